package dev.corbel.providers.aws.sqs;

import dev.corbel.providers.api.IdentityClass;
import dev.corbel.providers.api.TypeGuide;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.fact.Answer;
import dev.corbel.providers.api.fact.DataKind;
import dev.corbel.providers.api.fact.Fact;
import dev.corbel.providers.api.fact.Topic;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.schema.Validation;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.StringValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.fact.Part;
import dev.corbel.providers.aws.fact.PolicyDanger;
import dev.corbel.providers.aws.resource.AwsResourceType;
import dev.corbel.providers.aws.resource.Forms;
import dev.corbel.providers.aws.resource.PolicyText;
import dev.corbel.providers.aws.resource.Tags;
import dev.corbel.providers.kit.attribute.ConflictsWith;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import dev.corbel.providers.kit.attribute.JsonText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code aws_sqs_queue}: a queue. */
public final class SqsQueueResource extends AwsResourceType {
    static final int MAX_NAME_LENGTH = 80;
    static final String FIFO = ".fifo";
    static final Duration TIMEOUT = Duration.ofMinutes(3);

    /** The empty text takes a document away. */
    private static final Validation DOCUMENT =
            value -> value instanceof StringValue text && text.value().isEmpty()
                    ? Optional.empty()
                    : JsonText.VALID.problem(value);

    static final Schema SCHEMA = Tags.on(Schema.builder()
                    .attribute(Attribute.optionalComputed("name", Type.STRING)
                            .immutable()
                            .validatedBy(Validation.matching(
                                    "[A-Za-z0-9_-]{1,80}|[A-Za-z0-9_-]{1,75}\\.fifo",
                                    "up to 80 letters, digits, hyphens and underscores, with .fifo at the end for a FIFO"
                                            + " queue"))
                            .describedAs("The name. Left out, one is made up."))
                    .attribute(Attribute.optionalComputed("name_prefix", Type.STRING)
                            .immutable()
                            .validatedBy(Validation.matching(
                                    "[A-Za-z0-9_-]{1,49}", "up to 49 letters, digits, hyphens and underscores"))
                            .describedAs("What a made-up name begins with."))
                    .attribute(Attribute.optional("fifo_queue", Type.BOOLEAN)
                            .defaultsTo(Value.of(false))
                            .immutable()
                            .describedAs("Whether messages come in order and once."))
                    .attribute(Attribute.optional("content_based_deduplication", Type.BOOLEAN)
                            .defaultsTo(Value.of(false))
                            .describedAs("Whether a FIFO queue tells repeated messages by what is in them."))
                    .attribute(Attribute.optionalComputed("deduplication_scope", Type.STRING)
                            .validatedBy(Validation.oneOf("messageGroup", "queue"))
                            .describedAs("Within what a FIFO queue looks for repeated messages."))
                    .attribute(Attribute.optionalComputed("fifo_throughput_limit", Type.STRING)
                            .validatedBy(Validation.oneOf("perQueue", "perMessageGroupId"))
                            .describedAs("What the limit of a FIFO queue counts for."))
                    .attribute(number("delay_seconds", 0, 0, 900)
                            .describedAs("How long new messages wait before they can be received."))
                    .attribute(number("max_message_size", 262_144, 1_024, 1_048_576)
                            .describedAs("How many bytes a message may have."))
                    .attribute(number("message_retention_seconds", 345_600, 60, 1_209_600)
                            .describedAs("How long messages are kept."))
                    .attribute(number("receive_wait_time_seconds", 0, 0, 20)
                            .describedAs("How long receiving waits for a message."))
                    .attribute(number("visibility_timeout_seconds", 30, 0, 43_200)
                            .describedAs("How long a received message is hidden from others."))
                    .attribute(document("policy").guarded().describedAs("Who may do what with the queue."))
                    .attribute(document("redrive_policy")
                            .describedAs("Where messages go that are received too often: deadLetterTargetArn and"
                                    + " maxReceiveCount."))
                    .attribute(document("redrive_allow_policy")
                            .describedAs("Which queues may use this one for their undeliverable messages."))
                    .attribute(Attribute.optional("kms_master_key_id", Type.STRING)
                            .comparedAs(Forms.KEY)
                            .describedAs("The KMS key that encrypts messages."))
                    .attribute(Attribute.optionalComputed("kms_data_key_reuse_period_seconds", Type.NUMBER)
                            .validatedBy(Validation.between(60, 86_400))
                            .describedAs("How long a data key is used before KMS is asked again."))
                    .attribute(Attribute.optionalComputed("sqs_managed_sse_enabled", Type.BOOLEAN)
                            .describedAs("Whether SQS encrypts messages with keys of its own."))
                    .attribute(Attribute.computed("id", Type.STRING).describedAs("The URL."))
                    .attribute(Attribute.computed("url", Type.STRING))
                    .attribute(Attribute.computed("arn", Type.STRING)))
            .build();

    public SqsQueueResource() {
        super("aws_sqs_queue", SCHEMA, QueueOperations::new);
    }

    private static Attribute.Builder number(String name, long value, long least, long most) {
        return Attribute.optional(name, Type.NUMBER)
                .defaultsTo(Value.of(value))
                .validatedBy(Validation.between(least, most));
    }

    private static Attribute.Builder document(String name) {
        return Attribute.optionalComputed(name, Type.STRING)
                .comparedAs(PolicyText.FORM)
                .validatedBy(DOCUMENT);
    }

    @Override
    public IdentityClass identityClass(MapValue planned) {
        return IdentityClass.NATURAL_KEY;
    }

    @Override
    public int readBatchSize() {
        return QueueOperations.BATCH;
    }

    @Override
    public Map<String, Duration> timeouts() {
        return Map.of("create", TIMEOUT, "update", TIMEOUT, "delete", TIMEOUT);
    }

    @Override
    protected List<Diagnostic> problems(MapValue configuration) {
        List<Diagnostic> problems = new ArrayList<>(ConflictsWith.problems(
                configuration,
                List.of(List.of("name", "name_prefix"), List.of("kms_master_key_id", "sqs_managed_sse_enabled"))));
        if (configuration.get("fifo_queue").isUnknown()) {
            return problems;
        }
        DesiredAttributes desired = new DesiredAttributes(configuration);
        boolean fifo = desired.isTrue("fifo_queue");
        String name = desired.text("name");
        if (name != null && name.endsWith(FIFO) != fifo) {
            problems.add(
                    fifo
                            ? Diagnostic.error("The name of a FIFO queue ends in .fifo", "It is \"" + name + "\".")
                            : Diagnostic.error("Only the name of a FIFO queue ends in .fifo", "It is \"" + name + "\".")
                                    .withHint("Set fifo_queue = true."));
        }
        if (!fifo && desired.isTrue("content_based_deduplication")) {
            problems.add(Diagnostic.error("content_based_deduplication is for FIFO queues", "")
                    .withHint("Set fifo_queue = true."));
        }
        return problems;
    }

    @Override
    protected PlannedObject refine(PlanRequest request) {
        MapValue planned = request.proposed();
        if (request.prior() instanceof MapValue prior
                && new DesiredAttributes(planned).changes("kms_master_key_id", new DesiredAttributes(prior))) {
            for (String name : List.of("sqs_managed_sse_enabled", "kms_data_key_reuse_period_seconds")) {
                if (request.configuration().get(name).isNull()) {
                    planned = planned.with(name, Value.unknown());
                }
            }
        }
        return new PlannedObject(planned, Set.of());
    }

    @Override
    public List<Fact> facts(MapValue attributes) {
        Part own = Part.of(attributes, "sqs_managed_sse_enabled");
        Answer encrypted =
                own.isTrue().or(Part.of(attributes, "kms_master_key_id").isSet());
        return List.of(
                Fact.Stores.here(DataKind.PRIMARY),
                own.claim(Topic.ENCRYPTION_AT_REST, encrypted, "keeps messages unencrypted"),
                PolicyDanger.exposure(Part.of(attributes, "policy")));
    }

    @Override
    public TypeGuide guide() {
        return new TypeGuide("a queue", "the URL", "name", "");
    }
}
