package dev.corbel.clients.azure;

import com.azure.core.credential.TokenCredential;
import com.azure.core.http.HttpClient;
import com.azure.core.util.Configuration;
import com.azure.identity.DefaultAzureCredentialBuilder;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;

/**
 * The chain of places where credentials are looked for: a service principal in the environment, workload identity, managed identity,
 * and who signed in with Azure's command line.
 */
final class Credentials {
    private Credentials() {}

    static TokenCredential chain(AccessSettings settings, HttpClient http, Configuration environment) {
        DefaultAzureCredentialBuilder builder =
                new DefaultAzureCredentialBuilder().httpClient(http).configuration(environment);
        settings.tenant().ifPresent(builder::tenantId);
        if (!Cloud.isKnownAuthority(authority(environment))) {
            builder.disableInstanceDiscovery();
        }
        return builder.build();
    }

    /** The address that signs in. */
    static String authority(Configuration environment) {
        String written =
                environment.get(Configuration.PROPERTY_AZURE_AUTHORITY_HOST, "").strip();
        if (written.isEmpty()) {
            return "https://login.microsoftonline.com";
        }
        if (!written.matches("https://[^/?#]+/?")) {
            throw new DiagnosticsException(
                    Diagnostic.error("AZURE_AUTHORITY_HOST is no address that signs in", "It is " + written + ".")
                            .withHint("Write it as https://login.microsoftonline.us.")
                            .ofSession());
        }
        return written;
    }
}
