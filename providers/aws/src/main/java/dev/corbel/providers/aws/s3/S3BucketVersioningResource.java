package dev.corbel.providers.aws.s3;

import dev.corbel.providers.api.TypeGuide;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.BlockType;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.schema.Validation;

/** {@code aws_s3_bucket_versioning}: whether a bucket keeps old versions of its objects. */
public final class S3BucketVersioningResource extends BucketSettingType {
    static final Schema CONFIGURATION = Schema.builder()
            .attribute(Attribute.required("status", Type.STRING)
                    .validatedBy(Validation.oneOf("Enabled", "Suspended", "Disabled"))
                    .describedAs("Disabled is for buckets that never had versions."))
            .attribute(Attribute.optional("mfa_delete", Type.STRING)
                    .validatedBy(Validation.oneOf("Enabled", "Disabled"))
                    .describedAs("Whether deleting a version takes a second factor."))
            .build();

    static final Schema SCHEMA = ofBucketWithOwner()
            .attribute(Attribute.optional("mfa", Type.STRING)
                    .describedAs("Serial number and code of the second factor, with a space between."))
            .block(BlockType.single("versioning_configuration", CONFIGURATION).times(1, 1))
            .build();

    public S3BucketVersioningResource() {
        super("aws_s3_bucket_versioning", SCHEMA, () -> new BucketSettingOperations<>(SCHEMA, new BucketVersioning()));
    }

    @Override
    public TypeGuide guide() {
        return new TypeGuide("the versioning of a bucket", "`BUCKET` or `BUCKET,ACCOUNT`", "setting it again", "");
    }
}
