package dev.corbel.clients.aws;

import java.time.Duration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache.ApacheHttpClient;

/**
 * The one place that chooses an HTTP client. Not Java's own: it starts no faster, and it throws away the text of an
 * answer of 401, with which EC2 refuses credentials.
 */
final class HttpClients {
    private HttpClients() {}

    static SdkHttpClient create(int connections, Duration socketTimeout) {
        return ApacheHttpClient.builder()
                .maxConnections(connections)
                .connectionTimeout(Duration.ofSeconds(5))
                .socketTimeout(socketTimeout)
                .build();
    }
}
