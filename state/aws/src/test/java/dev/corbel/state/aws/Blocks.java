package dev.corbel.state.aws;

import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketAlreadyOwnedByYouException;

/** Settings for places of tests. */
final class Blocks {
    static final String BUCKET = "acme-state";

    private Blocks() {}

    /** The attributes of a block beside the region and the endpoint; names and values in turn. */
    static S3Settings s3(URI endpoint, String... more) {
        Map<String, Value> block = new LinkedHashMap<>();
        block.put("bucket", Value.of(BUCKET));
        block.put("prefix", Value.of("corbel"));
        block.put("region", Value.of("eu-central-1"));
        block.put("endpoint", Value.of(endpoint.toString()));
        for (int i = 0; i < more.length; i += 2) {
            block.put(more[i], Value.of(more[i + 1]));
        }
        return S3Settings.from(new MapValue(block));
    }

    /** Makes the bucket where there is none. */
    static void makeBucket(URI endpoint) {
        BlockSettings settings = s3(endpoint).block();
        try (BlockAccess access = new BlockAccess(settings, "the test")) {
            access.build(S3Client.builder().forcePathStyle(true)).createBucket(request -> request.bucket(BUCKET)
                    .createBucketConfiguration(configuration -> configuration.locationConstraint("eu-central-1")));
        } catch (BucketAlreadyOwnedByYouException madeBefore) {
            // As it should be.
        }
    }
}
