package dev.corbel.providers.aws.s3;

import dev.corbel.providers.api.value.MapValue;
import org.jspecify.annotations.Nullable;

/**
 * What settings of a bucket are known by: {@code BUCKET} or {@code BUCKET,OWNER}.
 *
 * @param owner the account that the bucket must belong to
 */
record BucketVersioningId(String bucket, @Nullable String owner) {

    static BucketVersioningId of(MapValue attributes) {
        return new BucketVersioningId(
                attributes.text("bucket").orElseThrow(),
                attributes.text("expected_bucket_owner").orElse(null));
    }

    static BucketVersioningId parse(String text) {
        int comma = text.indexOf(',');
        return comma < 0
                ? new BucketVersioningId(text, null)
                : new BucketVersioningId(text.substring(0, comma), text.substring(comma + 1));
    }

    String text() {
        return owner == null ? bucket : bucket + "," + owner;
    }
}
