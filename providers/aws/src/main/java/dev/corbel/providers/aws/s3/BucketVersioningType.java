package dev.corbel.providers.aws.s3;

import dev.corbel.providers.api.IdentityClass;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.BlockType;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.schema.Validation;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.resource.AwsResourceType;
import java.util.Set;

/** {@code aws_s3_bucket_versioning}: whether a bucket keeps old versions of its objects. */
public final class BucketVersioningType extends AwsResourceType {
    private static final Schema CONFIGURATION = Schema.builder()
            .attribute(Attribute.required("status", Type.STRING)
                    .validatedBy(Validation.oneOf("Enabled", "Suspended", "Disabled"))
                    .describedAs("Disabled is for buckets that never had versions."))
            .attribute(Attribute.optional("mfa_delete", Type.STRING)
                    .validatedBy(Validation.oneOf("Enabled", "Disabled"))
                    .describedAs("Whether deleting a version takes a second factor."))
            .build();

    static final Schema SCHEMA = Schema.builder()
            .attribute(Attribute.required("bucket", Type.STRING).immutable().describedAs("The name of the bucket."))
            .attribute(Attribute.optional("expected_bucket_owner", Type.STRING)
                    .immutable()
                    .validatedBy(Validation.matching("\\d{12}", "an account number of 12 digits"))
                    .describedAs("The account that the bucket must belong to."))
            .attribute(Attribute.optional("mfa", Type.STRING)
                    .describedAs("Serial number and code of the second factor, with a space between."))
            .block(BlockType.single("versioning_configuration", CONFIGURATION).times(1, 1))
            .attribute(Attribute.computed("id", Type.STRING)
                    .describedAs("The bucket, or bucket and expected owner with a comma between."))
            .build();

    public BucketVersioningType() {
        super("aws_s3_bucket_versioning", SCHEMA, BucketVersioningOperations::new);
    }

    /** Setting twice is setting once, so an interrupted creation is just repeated. */
    @Override
    public IdentityClass identityClass(MapValue planned) {
        return IdentityClass.CLIENT_TOKEN;
    }

    @Override
    public int readBatchSize() {
        return BucketOperations.BATCH;
    }

    @Override
    protected PlannedObject refine(PlanRequest request) {
        MapValue planned = request.proposed();
        Value bucket = planned.get("bucket");
        Value owner = planned.get("expected_bucket_owner");
        Value id = Value.unknown();
        if (bucket.isWhollyKnown() && owner.isWhollyKnown()) {
            id = Value.of(BucketVersioningId.of(planned).text());
        }
        return new PlannedObject(planned.with("id", id), Set.of());
    }
}
