package dev.corbel.providers.aws.s3;

import dev.corbel.providers.api.TypeGuide;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.BlockType;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.schema.Validation;
import dev.corbel.providers.api.value.Value;

/** {@code aws_s3_bucket_lifecycle_configuration}: when objects move to cheaper storage, and when they go. */
public final class S3BucketLifecycleConfigurationResource extends BucketSettingType {
    private static final Validation DATE = Validation.matching(
            "\\d{4}-\\d{2}-\\d{2}T00:00:00Z", "a date at midnight UTC such as 2030-01-31T00:00:00Z");
    private static final Validation DAYS = Validation.between(1, Integer.MAX_VALUE);
    private static final Validation DAYS_FROM_ZERO = Validation.between(0, Integer.MAX_VALUE);

    static final Schema ABORT = Schema.builder()
            .attribute(Attribute.optional("days_after_initiation", Type.NUMBER)
                    .validatedBy(DAYS)
                    .describedAs("When an upload in parts that was not finished goes."))
            .build();

    static final Schema EXPIRATION = Schema.builder()
            .attribute(Attribute.optional("date", Type.STRING).validatedBy(DATE))
            .attribute(Attribute.optional("days", Type.NUMBER)
                    .validatedBy(DAYS)
                    .describedAs("How old an object gets. Where there are versions, it only becomes an old one."))
            .attribute(Attribute.optional("expired_object_delete_marker", Type.BOOLEAN)
                    .describedAs("Whether markers of deleted objects go once no version is left."))
            .build();

    static final Schema TAG = Schema.builder()
            .attribute(Attribute.required("key", Type.STRING))
            .attribute(Attribute.required("value", Type.STRING))
            .build();

    static final Schema AND =
            sizes().attribute(Attribute.optional("tags", Type.map(Type.STRING))).build();

    static final Schema FILTER = sizes().block(BlockType.single("and", AND))
            .block(BlockType.single("tag", TAG))
            .build();

    static final Schema NONCURRENT_EXPIRATION = noncurrent(DAYS).build();

    static final Schema NONCURRENT_TRANSITION = noncurrent(DAYS_FROM_ZERO)
            .attribute(Attribute.required("storage_class", Type.STRING))
            .build();

    static final Schema TRANSITION = Schema.builder()
            .attribute(Attribute.optional("date", Type.STRING).validatedBy(DATE))
            .attribute(Attribute.optional("days", Type.NUMBER).validatedBy(DAYS_FROM_ZERO))
            .attribute(Attribute.required("storage_class", Type.STRING).describedAs("Such as GLACIER."))
            .build();

    static final Schema RULE = Schema.builder()
            .attribute(Attribute.required("id", Type.STRING).describedAs("Names the rule within the bucket."))
            .attribute(Attribute.required("status", Type.STRING).validatedBy(Validation.oneOf("Enabled", "Disabled")))
            .attribute(Attribute.optional("prefix", Type.STRING)
                    .describedAs("What names of objects begin with; better said in a filter."))
            .block(BlockType.single("abort_incomplete_multipart_upload", ABORT))
            .block(BlockType.single("expiration", EXPIRATION))
            .block(BlockType.single("filter", FILTER).orNone())
            .block(BlockType.single("noncurrent_version_expiration", NONCURRENT_EXPIRATION))
            .block(BlockType.set("noncurrent_version_transition", NONCURRENT_TRANSITION))
            .block(BlockType.set("transition", TRANSITION))
            .build();

    static final Schema SCHEMA = ofBucketWithOwner()
            .attribute(Attribute.optional("transition_default_minimum_object_size", Type.STRING)
                    .defaultsTo(Value.of("all_storage_classes_128K"))
                    .validatedBy(Validation.oneOf("all_storage_classes_128K", "varies_by_storage_class"))
                    .describedAs("Below which size objects stay where they are, unless a filter says otherwise."))
            .block(BlockType.list("rule", RULE).times(1, 1000))
            .build();

    public S3BucketLifecycleConfigurationResource() {
        super(
                "aws_s3_bucket_lifecycle_configuration",
                SCHEMA,
                () -> new BucketSettingOperations<>(SCHEMA, new BucketLifecycle()));
    }

    private static Schema.Builder sizes() {
        return Schema.builder()
                .attribute(Attribute.optional("object_size_greater_than", Type.NUMBER)
                        .describedAs("In bytes."))
                .attribute(
                        Attribute.optional("object_size_less_than", Type.NUMBER).describedAs("In bytes."))
                .attribute(Attribute.optional("prefix", Type.STRING));
    }

    private static Schema.Builder noncurrent(Validation days) {
        return Schema.builder()
                .attribute(Attribute.optional("newer_noncurrent_versions", Type.NUMBER)
                        .validatedBy(Validation.between(1, 100))
                        .describedAs("How many old versions are left alone."))
                .attribute(Attribute.required("noncurrent_days", Type.NUMBER)
                        .validatedBy(days)
                        .describedAs("How long ago the version became an old one."));
    }

    @Override
    public TypeGuide guide() {
        return new TypeGuide("the lifecycle rules of a bucket", "`BUCKET` or `BUCKET,ACCOUNT`", "setting it again", "");
    }
}
