package dev.corbel.state.azure;

import com.azure.core.http.HttpClient;
import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import com.azure.identity.DefaultAzureCredentialBuilder;
import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.blob.BlobContainerClientBuilder;
import com.azure.storage.common.StorageSharedKeyCredential;
import com.azure.storage.common.policy.RequestRetryOptions;
import com.azure.storage.common.policy.RetryPolicyType;
import java.time.Duration;

/**
 * Clients of one container.
 *
 * @param prompt gives a call up after some seconds, so that a lease is renewed in time over another connection
 * @param patient waits for what may be large
 * @param promptly after which a call of the first is over, with all its attempts and whatever becomes of its answer
 * @param patiently the same for the second
 */
record BlobClients(BlobContainerClient prompt, BlobContainerClient patient, Duration promptly, Duration patiently) {
    private static final int TRIES = 3;
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration SHORT = Duration.ofSeconds(8);
    private static final Duration LONG = Duration.ofMinutes(5);

    static BlobClients of(BlobSettings settings) {
        return of(settings, Duration.ofSeconds(28), Duration.ofMinutes(10));
    }

    static BlobClients of(BlobSettings settings, Duration promptly, Duration patiently) {
        HttpClient http = new JdkHttpClientBuilder()
                .connectionTimeout(CONNECT)
                .responseTimeout(LONG)
                .writeTimeout(LONG)
                .build();
        return new BlobClients(client(settings, http, SHORT), client(settings, http, LONG), promptly, patiently);
    }

    private static BlobContainerClient client(BlobSettings settings, HttpClient http, Duration timeout) {
        BlobContainerClientBuilder builder = new BlobContainerClientBuilder()
                .endpoint(settings.endpoint())
                .containerName(settings.container())
                .httpClient(http)
                .retryOptions(new RequestRetryOptions(
                        RetryPolicyType.EXPONENTIAL,
                        TRIES,
                        timeout,
                        Duration.ofMillis(250),
                        Duration.ofSeconds(2),
                        null));
        BlobCredential credential = settings.credential();
        switch (credential.kind()) {
            case KEY -> builder.credential(new StorageSharedKeyCredential(settings.account(), credential.secret()));
            case TOKEN -> builder.sasToken(credential.secret());
            case IDENTITY ->
                builder.credential(
                        new DefaultAzureCredentialBuilder().httpClient(http).build());
        }
        return builder.buildClient();
    }
}
