package dev.corbel.clients.azure;

import com.azure.core.http.HttpClient;
import dev.corbel.providers.api.ProviderContext;
import java.util.Optional;

/**
 * One set of credentials, and the connections, the quota and the registrations that calls with them share. Used by many threads at once;
 * connects to nothing before the first call.
 */
public final class AzureAccess {
    private final Endpoint endpoint;
    private final Attempts attempts;
    private final Optional<Registrations> registrations;

    /** Prepares connections. */
    public AzureAccess(AccessSettings settings) {
        String home = Cloud.ofAuthority(Credentials.authority()).endpoint();
        this.endpoint = new Endpoint(settings.endpoint().orElse(home));
        HttpClient http = HttpClients.create(settings);
        // Every Azure Resource Manager takes tokens for its cloud's.
        Wire wire = new Wire(http, () -> Credentials.chain(settings, http), home + "/.default");
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
