package dev.corbel.providers.aws.s3;

import dev.corbel.providers.api.TypeGuide;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.value.Value;

/** {@code aws_s3_bucket_public_access_block}: what keeps a bucket from becoming public. */
public final class S3BucketPublicAccessBlockResource extends BucketSettingType {
    static final Schema SCHEMA = ofBucket()
            .attribute(flag("block_public_acls", "Whether access lists that make objects public are refused."))
            .attribute(flag("block_public_policy", "Whether policies that make the bucket public are refused."))
            .attribute(flag("ignore_public_acls", "Whether access lists that make objects public have no effect."))
            .attribute(flag(
                    "restrict_public_buckets",
                    "Whether a bucket with a public policy is for this account and for services of AWS only."))
            .build();

    public S3BucketPublicAccessBlockResource() {
        super(
                "aws_s3_bucket_public_access_block",
                SCHEMA,
                () -> new BucketSettingOperations<>(SCHEMA, new BucketPublicAccessBlock()));
    }

    private static Attribute.Builder flag(String name, String description) {
        return Attribute.optional(name, Type.BOOLEAN)
                .defaultsTo(Value.of(false))
                .guarded()
                .describedAs(description);
    }

    @Override
    public TypeGuide guide() {
        return new TypeGuide("the limits on public access to a bucket", "`BUCKET`", "setting it again", "");
    }
}
