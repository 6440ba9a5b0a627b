package dev.corbel.providers.aws.client;

import java.time.Duration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/** The one place that chooses an HTTP client. */
final class HttpClients {
    private HttpClients() {}

    static SdkHttpClient create() {
        return UrlConnectionHttpClient.builder()
                .connectionTimeout(Duration.ofSeconds(5))
                .socketTimeout(Duration.ofSeconds(60))
                .build();
    }
}
