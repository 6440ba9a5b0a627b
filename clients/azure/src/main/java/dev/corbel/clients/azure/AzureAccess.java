package dev.corbel.clients.azure;

import com.azure.core.credential.TokenCredential;
import com.azure.core.http.HttpClient;
import dev.corbel.providers.api.ProviderContext;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One set of credentials, and the connections, the quota and the registrations that calls with them share. Used by many threads at once;
 * connects to nothing before the first call.
 */
public final class AzureAccess {
    private final Endpoint endpoint;
    private final Attempts attempts;
    private final Optional<Registrations> registrations;

    /** Prepares connections with the credentials that the environment has. */
    public AzureAccess(AccessSettings settings) {
        this(settings, HttpClients.create(settings));
    }

    private AzureAccess(AccessSettings settings, HttpClient http) {
        this(settings, http, () -> Credentials.chain(settings, http));
    }

    /** Prepares connections with other credentials, asked for at each sign-in. */
    AzureAccess(AccessSettings settings, Supplier<TokenCredential> credentials) {
        this(settings, HttpClients.create(settings), credentials);
    }

    private AzureAccess(AccessSettings settings, HttpClient http, Supplier<TokenCredential> credentials) {
        String home = Cloud.ofAuthority(Credentials.authority()).endpoint();
        this.endpoint = new Endpoint(settings.endpoint().orElse(home));
        // An Azure Resource Manager elsewhere takes tokens for its cloud's.
        Wire wire = new Wire(http, credentials, home + "/.default");
        this.attempts = new Attempts(wire, new Quota());
        this.registrations = Optional.of(new Registrations(attempts, endpoint)).filter(found -> settings.registers());
    }

    /** The address of the Azure Resource Manager. */
    public String endpoint() {
        return endpoint.address();
    }

    /** Calls in the time, and with the rights, of a session. */
    public ArmCalls calls(ProviderContext context) {
        return new ArmClient(context, endpoint, attempts, registrations);
    }
}
