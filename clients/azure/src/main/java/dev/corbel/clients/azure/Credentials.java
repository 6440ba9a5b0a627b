package dev.corbel.clients.azure;

import com.azure.core.credential.TokenCredential;
import com.azure.core.http.HttpClient;
import com.azure.core.util.Configuration;
import com.azure.identity.DefaultAzureCredentialBuilder;

/**
 * The chain of places where credentials are looked for: a service principal in the environment, workload identity, managed identity,
 * and who signed in with Azure's command line.
 */
final class Credentials {
    private Credentials() {}

    static TokenCredential chain(AccessSettings settings, HttpClient http) {
        DefaultAzureCredentialBuilder builder = new DefaultAzureCredentialBuilder().httpClient(http);
        settings.tenant().ifPresent(builder::tenantId);
        if (!Cloud.isKnownAuthority(authority())) {
            builder.disableInstanceDiscovery();
        }
        return builder.build();
    }

    /** The host that signs in. */
    static String authority() {
        return Configuration.getGlobalConfiguration()
                .get(Configuration.PROPERTY_AZURE_AUTHORITY_HOST, "https://login.microsoftonline.com");
    }
}
