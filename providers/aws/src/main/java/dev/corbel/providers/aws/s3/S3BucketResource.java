package dev.corbel.providers.aws.s3;

import dev.corbel.providers.api.IdentityClass;
import dev.corbel.providers.api.TypeGuide;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.fact.DataKind;
import dev.corbel.providers.api.fact.Fact;
import dev.corbel.providers.api.fact.Topic;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.schema.Validation;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.fact.Part;
import dev.corbel.providers.aws.resource.AwsResourceType;
import dev.corbel.providers.aws.resource.Tags;
import dev.corbel.providers.kit.attribute.ConflictsWith;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code aws_s3_bucket}: a bucket. */
public final class S3BucketResource extends AwsResourceType {
    static final int MAX_NAME_LENGTH = 63;

    static final Schema SCHEMA = Tags.on(Schema.builder()
                    .attribute(Attribute.optionalComputed("bucket", Type.STRING)
                            .immutable()
                            .validatedBy(Validation.matching(
                                    "(?!.*\\.\\.)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]",
                                    "3 to 63 lower-case letters, digits, dots and hyphens that begin and end with a letter"
                                            + " or digit"))
                            .describedAs("The name, which no other bucket in the world has. Left out, one is made up."))
                    .attribute(Attribute.optionalComputed("bucket_prefix", Type.STRING)
                            .immutable()
                            .validatedBy(Validation.matching(
                                    "[a-z0-9][a-z0-9.-]{0,36}",
                                    "up to 37 lower-case letters, digits, dots and hyphens"))
                            .describedAs("What a made-up name begins with."))
                    .attribute(Attribute.optional("force_destroy", Type.BOOLEAN)
                            .defaultsTo(Value.of(false))
                            .describedAs(
                                    "Whether the bucket is deleted with all objects, and all their versions, in it."))
                    .attribute(Attribute.optionalComputed("object_lock_enabled", Type.BOOLEAN)
                            .immutable()
                            .describedAs("Whether objects can be locked against changes."))
                    .attribute(Attribute.computed("id", Type.STRING).describedAs("The name."))
                    .attribute(Attribute.computed("arn", Type.STRING))
                    .attribute(Attribute.computed("region", Type.STRING))
                    .attribute(Attribute.computed("bucket_domain_name", Type.STRING))
                    .attribute(Attribute.computed("bucket_regional_domain_name", Type.STRING))
                    .attribute(Attribute.computed("hosted_zone_id", Type.STRING)
                            .describedAs("The zone of Route 53 for aliases to the bucket's website.")))
            .build();

    public S3BucketResource() {
        super("aws_s3_bucket", SCHEMA, BucketOperations::new);
    }

    /** Left out, the name follows from the operation, so that it is a key all the same. */
    @Override
    public IdentityClass identityClass(MapValue planned) {
        return IdentityClass.NATURAL_KEY;
    }

    @Override
    public Optional<String> uniqueName(MapValue attributes) {
        return attributes.text("bucket");
    }

    @Override
    public boolean holdsData(MapValue attributes) {
        return true;
    }

    /** Access lists are no type of their own here, so buckets tell them. */
    @Override
    public Set<String> attachedTo() {
        return Set.of("aws_s3_bucket");
    }

    @Override
    public Set<Step> preflightSteps() {
        return Set.of(Step.CREATE, Step.DELETE);
    }

    @Override
    public int readBatchSize() {
        return BucketOperations.BATCH;
    }

    @Override
    public Map<String, Duration> timeouts() {
        return Map.of(
                "create", Duration.ofMinutes(20),
                "read", Duration.ofMinutes(20),
                "update", Duration.ofMinutes(20),
                "delete", Duration.ofMinutes(60));
    }

    @Override
    protected List<Diagnostic> problems(MapValue configuration) {
        return ConflictsWith.problems(configuration, List.of(List.of("bucket", "bucket_prefix")));
    }

    @Override
    protected PlannedObject refine(PlanRequest request) {
        MapValue planned = request.proposed();
        return new PlannedObject(planned.with("id", planned.get("bucket")), Set.of());
    }

    @Override
    public List<Fact> facts(MapValue attributes) {
        Part emptied = Part.of(attributes, "force_destroy");
        return List.of(
                Fact.Stores.here(DataKind.PRIMARY),
                Part.always(Topic.ENCRYPTION_AT_REST),
                emptied.claim(Topic.DELETION_PROTECTION, emptied.isTrue().not(), "is deleted with all objects in it"),
                new Fact.Owned("bucket"));
    }

    @Override
    public TypeGuide guide() {
        return new TypeGuide(
                "a bucket", "the name", "name", "the blocks that Terraform deprecated for types of their own");
    }
}
