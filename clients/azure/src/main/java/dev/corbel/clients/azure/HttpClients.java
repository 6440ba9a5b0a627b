package dev.corbel.clients.azure;

import com.azure.core.http.HttpClient;
import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import java.time.Duration;
import javax.net.ssl.SSLContext;

/** Java's own HTTP client, in the form that Azure's libraries take. */
final class HttpClients {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofSeconds(60);

    private HttpClients() {}

    static HttpClient create(AccessSettings settings) {
        java.net.http.HttpClient.Builder builder = java.net.http.HttpClient.newBuilder();
        settings.caFile().map(TrustedCertificates::of).ifPresent((SSLContext context) -> builder.sslContext(context));
        return new JdkHttpClientBuilder(builder)
                .connectionTimeout(CONNECT)
                .responseTimeout(ANSWER)
                .readTimeout(ANSWER)
                .writeTimeout(ANSWER)
                .build();
    }
}
