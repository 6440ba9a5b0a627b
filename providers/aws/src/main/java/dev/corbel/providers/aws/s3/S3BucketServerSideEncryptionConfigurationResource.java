package dev.corbel.providers.aws.s3;

import dev.corbel.providers.api.TypeGuide;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.BlockType;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.schema.Validation;
import dev.corbel.providers.aws.resource.Forms;

/** {@code aws_s3_bucket_server_side_encryption_configuration}: how a bucket encrypts what is put into it. */
public final class S3BucketServerSideEncryptionConfigurationResource extends BucketSettingType {
    static final Schema BY_DEFAULT = Schema.builder()
            .attribute(Attribute.required("sse_algorithm", Type.STRING)
                    .validatedBy(Validation.oneOf("AES256", "aws:kms", "aws:kms:dsse"))
                    .describedAs("AES256 takes keys of S3, the others keys of KMS."))
            .attribute(Attribute.optional("kms_master_key_id", Type.STRING)
                    .comparedAs(Forms.KEY)
                    .describedAs("The key of KMS; left out, the one that AWS manages for S3."))
            .build();

    static final Schema RULE = Schema.builder()
            .attribute(Attribute.optional("bucket_key_enabled", Type.BOOLEAN)
                    .describedAs("Whether a key of the bucket's own spares calls to KMS."))
            .block(BlockType.single("apply_server_side_encryption_by_default", BY_DEFAULT))
            .build();

    static final Schema SCHEMA =
            ofBucketWithOwner().block(BlockType.set("rule", RULE).times(1, 1)).build();

    public S3BucketServerSideEncryptionConfigurationResource() {
        super(
                "aws_s3_bucket_server_side_encryption_configuration",
                SCHEMA,
                () -> new BucketSettingOperations<>(SCHEMA, new BucketEncryption()));
    }

    @Override
    public TypeGuide guide() {
        return new TypeGuide(
                "the default encryption of a bucket", "`BUCKET` or `BUCKET,ACCOUNT`", "setting it again", "");
    }
}
