package dev.corbel.providers.aws.s3;

import dev.corbel.providers.api.IdentityClass;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.schema.Validation;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.resource.AwsResourceType;
import dev.corbel.providers.aws.resource.Operations;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** A type whose objects are settings of a bucket, which a bucket has once: versioning, encryption, a policy. */
abstract class BucketSettingType extends AwsResourceType {
    static final String BUCKET = "bucket";
    static final String OWNER = "expected_bucket_owner";

    BucketSettingType(String name, Schema schema, Supplier<Operations> operations) {
        super(name, schema, operations);
    }

    /** A schema with the bucket and the id. */
    static Schema.Builder ofBucket() {
        return Schema.builder()
                .attribute(Attribute.required(BUCKET, Type.STRING).immutable().describedAs("The name of the bucket."))
                .attribute(Attribute.computed("id", Type.STRING)
                        .describedAs("The bucket; where the type has an expected owner and it is set, bucket and"
                                + " owner with a comma between."));
    }

    /** The same with the account that the bucket must belong to. */
    static Schema.Builder ofBucketWithOwner() {
        return ofBucket()
                .attribute(Attribute.optional(OWNER, Type.STRING)
                        .immutable()
                        .validatedBy(Validation.matching("\\d{12}", "an account number of 12 digits"))
                        .describedAs("The account that the bucket must belong to."));
    }

    /** Setting twice is setting once, so an interrupted creation is just repeated. */
    @Override
    public final IdentityClass identityClass(MapValue planned) {
        return IdentityClass.CLIENT_TOKEN;
    }

    /** S3 deletes a bucket with all its settings. */
    @Override
    public final Optional<Whole> whole(MapValue attributes) {
        return attributes.text(BUCKET).map(bucket -> new Whole("aws_s3_bucket", bucket));
    }

    @Override
    public final int readBatchSize() {
        return BucketOperations.BATCH;
    }

    @Override
    public final Map<String, Duration> timeouts() {
        return Map.of("create", Duration.ofMinutes(3), "update", Duration.ofMinutes(3));
    }

    @Override
    protected final PlannedObject refine(PlanRequest request) {
        MapValue planned = foresee(request);
        boolean known = planned.get(BUCKET).isWhollyKnown()
                && planned.get(OWNER).isWhollyKnown()
                && !planned.get(BUCKET).isNull();
        Value id = known ? Value.of(BucketSettingId.of(planned).text()) : Value.unknown();
        return new PlannedObject(planned.with("id", id), Set.of());
    }

    /** The proposal with what this type knows beforehand. */
    MapValue foresee(PlanRequest request) {
        return request.proposed();
    }
}
