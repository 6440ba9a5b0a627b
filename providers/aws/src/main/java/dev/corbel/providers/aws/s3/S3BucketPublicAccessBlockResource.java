package dev.corbel.providers.aws.s3;

import dev.corbel.providers.api.TypeGuide;
import dev.corbel.providers.api.fact.Fact;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.fact.Part;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

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

    /** What each flag keeps from happening. */
    private static final Map<String, String> LIMITS = new TreeMap<>(Map.of(
            "block_public_acls", "takes access lists that let everybody in",
            "block_public_policy", "takes policies that let everybody in",
            "ignore_public_acls", "heeds access lists that let everybody in",
            "restrict_public_buckets", "lets everybody in whom a policy lets in"));

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
    public List<Fact> facts(MapValue attributes) {
        return LIMITS.entrySet().stream()
                .<Fact>map(limit -> {
                    Part flag = Part.of(attributes, limit.getKey());
                    return new Fact.Exposure(flag.isTrue().not(), limit.getValue(), Optional.empty(), flag.path());
                })
                .toList();
    }

    @Override
    public TypeGuide guide() {
        return new TypeGuide("the limits on public access to a bucket", "`BUCKET`", "setting it again", "");
    }
}
