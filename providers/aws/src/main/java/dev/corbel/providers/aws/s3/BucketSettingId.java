package dev.corbel.providers.aws.s3;

import dev.corbel.providers.api.value.MapValue;
import org.jspecify.annotations.Nullable;

/**
 * The id of a bucket's settings: {@code BUCKET} or {@code BUCKET,OWNER}.
 *
 * @param owner the account that the bucket must belong to
 */
record BucketSettingId(String bucket, @Nullable String owner) {

    static BucketSettingId of(MapValue attributes) {
        return new BucketSettingId(
                attributes.text(BucketSettingType.BUCKET).orElseThrow(),
                attributes.text(BucketSettingType.OWNER).orElse(null));
    }

    static BucketSettingId parse(String text) {
        int comma = text.indexOf(',');
        return comma < 0
                ? new BucketSettingId(text, null)
                : new BucketSettingId(text.substring(0, comma), text.substring(comma + 1));
    }

    String text() {
        return owner == null ? bucket : bucket + "," + owner;
    }
}
