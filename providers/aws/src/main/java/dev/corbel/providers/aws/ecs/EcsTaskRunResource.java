package dev.corbel.providers.aws.ecs;

import dev.corbel.providers.api.IdentityClass;
import dev.corbel.providers.api.TypeGuide;
import dev.corbel.providers.api.fact.Fact;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.BlockType;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.schema.Validation;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.resource.AwsResourceType;
import dev.corbel.providers.aws.resource.Forms;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@code aws_ecs_task_run}: a task that ran once and ended well, such as one that prepares a database. Another task definition
 * or other triggers run it again; deleting it undoes nothing.
 */
public final class EcsTaskRunResource extends AwsResourceType {
    static final Duration TIMEOUT = Duration.ofMinutes(15);
    static final String TRIGGERS = "triggers";
    static final String TASK = "task_arn";

    static final Schema SCHEMA = Schema.builder()
            .attribute(Attribute.required("cluster", Type.STRING)
                    .comparedAs(Forms.NAME)
                    .describedAs("The cluster that the task runs in."))
            .attribute(Attribute.required("task_definition", Type.STRING)
                    .comparedAs(Forms.NAME)
                    .describedAs("The revision that runs; another one runs again."))
            .attribute(Attribute.optional("launch_type", Type.STRING)
                    .defaultsTo(Value.of("FARGATE"))
                    .validatedBy(Validation.oneOf("EC2", "FARGATE", "EXTERNAL")))
            .attribute(Attribute.optional(TRIGGERS, Type.map(Type.STRING))
                    .describedAs("Any texts; when one changes, the task runs again."))
            .block(BlockType.single("network_configuration", ServiceSchema.NETWORK))
            .attribute(Attribute.computed("id", Type.STRING).describedAs("The ARN of the first task."))
            .attribute(Attribute.computed(TASK, Type.STRING).describedAs("The ARN of the task that ran last."))
            .build();

    public EcsTaskRunResource() {
        super("aws_ecs_task_run", SCHEMA, TaskRunOperations::new);
    }

    /** ECS starts one task for a token, however often it is asked. */
    @Override
    public IdentityClass identityClass(MapValue planned) {
        return IdentityClass.CLIENT_TOKEN;
    }

    /** It is an event, of which nothing is left to be listed. */
    @Override
    public boolean isListable() {
        return false;
    }

    @Override
    public Map<String, Duration> timeouts() {
        return Map.of("create", TIMEOUT, "update", TIMEOUT);
    }

    @Override
    protected PlannedObject refine(PlanRequest request) {
        MapValue planned = request.proposed();
        if (!(request.prior() instanceof MapValue prior)) {
            return new PlannedObject(planned, Set.of());
        }
        return new PlannedObject(isDue(planned, prior) ? planned.with(TASK, Value.unknown()) : planned, Set.of());
    }

    /** Where a task runs changes nothing of what one has done. */
    static boolean isDue(MapValue planned, MapValue prior) {
        DesiredAttributes desired = new DesiredAttributes(planned);
        DesiredAttributes before = new DesiredAttributes(prior);
        return desired.changes("task_definition", before) || desired.changes(TRIGGERS, before);
    }

    @Override
    public List<Fact> facts(MapValue attributes) {
        return List.of(new Fact.Reachable(false));
    }

    @Override
    public TypeGuide guide() {
        return new TypeGuide("a task that ran once and ended well; Corbel's own", "nothing", "client token", "");
    }
}
