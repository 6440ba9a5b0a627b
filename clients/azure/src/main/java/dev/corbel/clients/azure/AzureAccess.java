package dev.corbel.clients.azure;

import com.azure.core.credential.TokenCredential;
import com.azure.core.http.HttpClient;
import com.azure.core.util.Configuration;
import dev.corbel.providers.api.ProviderContext;
import java.util.Optional;
import java.util.function.Function;

/**
 * One set of credentials, and the connections, the quota and the registrations that calls with them share. Used by many threads at once;
 * connects to nothing before the first call.
 */
public final class AzureAccess {
    private final Endpoint endpoint;
    private final Attempts attempts;
    private final Optional<Registrations> registrations;

    /** Prepares connections with the credentials that the environment of the process has. */
    public AzureAccess(AccessSettings settings) {
        this(settings, Configuration.getGlobalConfiguration());
    }

    /** Prepares connections with the credentials that an environment has. */
    AzureAccess(AccessSettings settings, Configuration environment) {
        this(settings, environment, http -> Credentials.chain(settings, http, environment));
    }

    /**
     * Prepares connections.
     *
     * @param credentials gives those of a sign-in
     */
    AzureAccess(AccessSettings settings, Configuration environment, Function<HttpClient, TokenCredential> credentials) {
        String home = Cloud.ofAuthority(Credentials.authority(environment)).endpoint();
        HttpClient http = HttpClients.create(settings);
        this.endpoint = new Endpoint(settings.endpoint().orElse(home));
        // An Azure Resource Manager elsewhere takes tokens for its cloud's.
        this.attempts = new Attempts(new Wire(http, () -> credentials.apply(http), home + "/.default"), new Quota());
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
