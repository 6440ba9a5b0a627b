package dev.corbel.providers.aws.ecs;

import dev.corbel.providers.api.IdentityClass;
import dev.corbel.providers.api.TypeGuide;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.BlockType;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.resource.AwsResourceType;
import dev.corbel.providers.aws.resource.Forms;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * {@code aws_ecs_service_stop}: stops all services of an app before a new revision of one of them starts, and is nothing by
 * itself. The services come up again by themselves: they depend on it.
 */
public final class EcsServiceStopResource extends AwsResourceType {
    static final Duration TIMEOUT = Duration.ofMinutes(20);

    static final Schema SERVICE = Schema.builder()
            .attribute(Attribute.required("name", Type.STRING))
            .attribute(Attribute.required("task_definition", Type.STRING)
                    .comparedAs(Forms.NAME)
                    .describedAs("The revision that it is to run."))
            .attribute(Attribute.optional("stop_all", Type.BOOLEAN)
                    .defaultsTo(Value.of(true))
                    .describedAs("Whether all services stop before that revision starts."))
            .build();

    static final Schema SCHEMA = Schema.builder()
            .attribute(Attribute.required("cluster", Type.STRING)
                    .comparedAs(Forms.NAME)
                    .immutable()
                    .describedAs("The cluster that the services are in."))
            .block(BlockType.set("service", SERVICE))
            .attribute(Attribute.computed("id", Type.STRING).describedAs("The cluster."))
            .attribute(Attribute.computed("stopped", Type.STRING)
                    .describedAs("Another text after each time that the services were stopped."))
            .build();

    public EcsServiceStopResource() {
        super("aws_ecs_service_stop", SCHEMA, ServiceStopOperations::new);
    }

    /** Services can be stopped as often as one likes. */
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
        MapValue planned = request.proposed().with("id", request.proposed().get("cluster"));
        if (!(request.prior() instanceof MapValue prior)) {
            return new PlannedObject(planned, Set.of());
        }
        boolean maybe = new DesiredAttributes(planned).differs("service", new DesiredAttributes(prior));
        return new PlannedObject(maybe ? planned.with("stopped", Value.unknown()) : planned, Set.of());
    }

    @Override
    public TypeGuide guide() {
        return new TypeGuide(
                "a stop of all services of an app before a new revision of one starts; Corbel's own",
                "nothing",
                "stopping again",
                "");
    }
}
