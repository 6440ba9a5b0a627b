package dev.corbel.providers.aws.client;

import java.time.Duration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache.ApacheHttpClient;

/**
 * The one place that chooses an HTTP client. Not Java's own: it starts no faster, and it throws away what stands in an
 * answer of 401, which is how EC2 refuses credentials.
 */
final class HttpClients {
    private static final int CONNECTIONS = 64;

    private HttpClients() {}

    static SdkHttpClient create() {
        return ApacheHttpClient.builder()
                .maxConnections(CONNECTIONS)
                .connectionTimeout(Duration.ofSeconds(5))
                .socketTimeout(Duration.ofSeconds(60))
                .build();
    }
}
