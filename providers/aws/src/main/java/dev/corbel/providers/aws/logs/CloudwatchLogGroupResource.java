package dev.corbel.providers.aws.logs;

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
import dev.corbel.providers.api.value.NumberValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.fact.Part;
import dev.corbel.providers.aws.resource.AwsResourceType;
import dev.corbel.providers.aws.resource.Forms;
import dev.corbel.providers.aws.resource.Tags;
import dev.corbel.providers.kit.attribute.ConflictsWith;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** {@code aws_cloudwatch_log_group}: where log streams of one kind go. */
public final class CloudwatchLogGroupResource extends AwsResourceType {
    static final int MAX_NAME_LENGTH = 512;

    private static final Set<Integer> RETENTIONS = new TreeSet<>(Set.of(
            0, 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288,
            3653));

    static final Schema SCHEMA = Tags.on(Schema.builder()
                    .attribute(Attribute.optionalComputed("name", Type.STRING)
                            .immutable()
                            .validatedBy(name(MAX_NAME_LENGTH))
                            .describedAs("The name. Left out, one is made up."))
                    .attribute(Attribute.optionalComputed("name_prefix", Type.STRING)
                            .immutable()
                            .validatedBy(name(MAX_NAME_LENGTH - 26))
                            .describedAs("What a made-up name begins with."))
                    .attribute(Attribute.optional("retention_in_days", Type.NUMBER)
                            .guarded()
                            .defaultsTo(Value.of(0))
                            .validatedBy(CloudwatchLogGroupResource::retentionProblem)
                            .describedAs("After how many days what was logged is deleted; 0 for never."))
                    .attribute(Attribute.optional("kms_key_id", Type.STRING)
                            .comparedAs(Forms.KEY)
                            .validatedBy(Validation.matching("arn:[a-z-]+:kms:.+", "the ARN of a key"))
                            .describedAs("The key that new log data is encrypted with."))
                    .attribute(Attribute.optionalComputed("log_group_class", Type.STRING)
                            .immutable()
                            .validatedBy(Validation.oneOf("STANDARD", "INFREQUENT_ACCESS", "DELIVERY"))
                            .describedAs("What can be done with the logs, and at what price."))
                    .attribute(Attribute.optional("skip_destroy", Type.BOOLEAN)
                            .defaultsTo(Value.of(false))
                            .describedAs("Whether the log group stays where it is when the resource goes."))
                    .attribute(Attribute.computed("id", Type.STRING).describedAs("The name."))
                    .attribute(Attribute.computed("arn", Type.STRING)))
            .build();

    public CloudwatchLogGroupResource() {
        super("aws_cloudwatch_log_group", SCHEMA, LogGroupOperations::new);
    }

    private static Validation name(int longest) {
        return Validation.matching(
                "[A-Za-z0-9._/#-]{1," + longest + "}", "up to " + longest + " of A-Z a-z 0-9 . _ - / #");
    }

    static Optional<String> retentionProblem(Value value) {
        return value instanceof NumberValue number
                        && number.value().stripTrailingZeros().scale() <= 0
                        && RETENTIONS.contains(number.value().intValue())
                ? Optional.empty()
                : Optional.of("must be one of "
                        + String.join(
                                ", ", RETENTIONS.stream().map(String::valueOf).toList()));
    }

    /** Left out, the name follows from the operation, so that it is a key all the same. */
    @Override
    public IdentityClass identityClass(MapValue planned) {
        return IdentityClass.NATURAL_KEY;
    }

    @Override
    public int readBatchSize() {
        return 200;
    }

    @Override
    protected List<Diagnostic> problems(MapValue configuration) {
        return ConflictsWith.problems(configuration, List.of(List.of("name", "name_prefix")));
    }

    @Override
    protected PlannedObject refine(PlanRequest request) {
        MapValue planned = request.proposed();
        return new PlannedObject(planned.with("id", planned.get("name")), Set.of());
    }

    @Override
    public List<Fact> facts(MapValue attributes) {
        return List.of(Fact.Stores.here(DataKind.LOG), Part.always(Topic.ENCRYPTION_AT_REST));
    }

    @Override
    public TypeGuide guide() {
        return new TypeGuide("a log group", "the name", "name", "");
    }
}
