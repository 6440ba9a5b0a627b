package dev.corbel.state.aws;

import dev.corbel.clients.aws.AwsAccess;
import dev.corbel.clients.aws.CallPolicy;
import dev.corbel.clients.aws.RegionChain;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import java.time.Duration;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/** Clients in the region and with the credentials that a block names. */
final class BlockAccess implements AutoCloseable {
    /** Attempts end before a lease runs out, so the service may pause for a short time only. */
    private static final CallPolicy POLICY =
            new CallPolicy(32, Duration.ofSeconds(10), AwsRetryStrategy::standardRetryStrategy);

    private final String region;
    private final AwsAccess access;

    /**
     * Connects to nothing yet.
     *
     * @param block as people write it, such as {@code state('s3')}
     * @throws DiagnosticsException where there is no region
     */
    BlockAccess(BlockSettings settings, String block) {
        this.region = region(settings, block);
        this.access = new AwsAccess(settings.access(), region, POLICY);
    }

    private static String region(BlockSettings settings, String block) {
        if (settings.region().isPresent()) {
            return settings.region().get();
        }
        try {
            return RegionChain.find(settings.access().profile());
        } catch (SdkException none) {
            throw new DiagnosticsException(
                    Diagnostic.error(
                                    "No AWS region is given",
                                    "Neither " + block + " nor AWS_REGION nor the profile names one.")
                            .withHint("Add region = '…'."),
                    none);
        }
    }

    String region() {
        return region;
    }

    /** Builds a client; the builder's other settings stay. */
    <B extends AwsClientBuilder<B, C> & SdkSyncClientBuilder<B, C>, C extends SdkAutoCloseable> C build(B builder) {
        return access.build(builder, region);
    }

    @Override
    public void close() {
        access.close();
    }
}
