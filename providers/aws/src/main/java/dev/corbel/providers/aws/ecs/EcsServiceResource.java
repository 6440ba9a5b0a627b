package dev.corbel.providers.aws.ecs;

import dev.corbel.providers.api.IdentityClass;
import dev.corbel.providers.api.TypeGuide;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.fact.Fact;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.api.value.ValuePath;
import dev.corbel.providers.aws.resource.AwsResourceType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code aws_ecs_service}: tasks that are kept running. */
public final class EcsServiceResource extends AwsResourceType {
    static final Duration TIMEOUT = Duration.ofMinutes(20);

    public EcsServiceResource() {
        super("aws_ecs_service", ServiceSchema.SCHEMA, ServiceOperations::new);
    }

    @Override
    public IdentityClass identityClass(MapValue planned) {
        return IdentityClass.NATURAL_KEY;
    }

    @Override
    public Optional<String> uniqueName(MapValue attributes) {
        return attributes.text("name").map(name -> attributes.text("cluster").orElse("") + "/" + name);
    }

    @Override
    public int readBatchSize() {
        return ServiceReader.BATCH;
    }

    @Override
    public Map<String, Duration> timeouts() {
        return Map.of("create", TIMEOUT, "update", TIMEOUT, "delete", TIMEOUT);
    }

    @Override
    protected List<Diagnostic> problems(MapValue configuration) {
        if (configuration.get("stop_before_deployment").equals(Value.of(true))
                && configuration.get("scheduling_strategy").equals(Value.of("DAEMON"))) {
            return List.of(Diagnostic.error(
                    "A service with a task on each machine has no number that could be 0",
                    "stop_before_deployment goes with the scheduling_strategy REPLICA alone."));
        }
        boolean both = configuration.get("launch_type").isWhollyKnown()
                && !configuration.get("launch_type").isNull()
                && hasStrategy(configuration);
        return both
                ? List.of(Diagnostic.error(
                        "launch_type conflicts with capacity_provider_strategy", "Set one of them, or neither."))
                : List.of();
    }

    private static boolean hasStrategy(MapValue attributes) {
        return attributes.get("capacity_provider_strategy").unmarked() instanceof ListValue list
                && !list.elements().isEmpty();
    }

    /** ECS changes strategies in place, but cannot go from one to a launch type or back. */
    @Override
    protected PlannedObject refine(PlanRequest request) {
        MapValue planned = request.proposed();
        planned = withDefault(planned, request.configuration(), "deployment_maximum_percent", 200, 100);
        planned = withDefault(planned, request.configuration(), "deployment_minimum_healthy_percent", 100, 0);
        // Whoever updates a service that is held back lets go of it.
        planned = planned.with("stopped_for_deployment", Value.ofNull());
        boolean replaced = request.prior() instanceof MapValue prior && hasStrategy(prior) != hasStrategy(planned);
        return new PlannedObject(
                planned, replaced ? Set.of(ValuePath.ROOT.then("capacity_provider_strategy")) : Set.of());
    }

    private static MapValue withDefault(
            MapValue planned, MapValue configuration, String name, int forReplicas, int forDaemons) {
        Value strategy = planned.get("scheduling_strategy");
        if (!configuration.get(name).isNull() || strategy.isUnknown()) {
            return planned;
        }
        return planned.with(name, Value.of(Value.of("DAEMON").equals(strategy) ? forDaemons : forReplicas));
    }

    @Override
    public List<Fact> facts(MapValue attributes) {
        return List.of(new Fact.Reachable(false));
    }

    @Override
    public TypeGuide guide() {
        return new TypeGuide(
                "a number of tasks that ECS keeps running",
                "`CLUSTER/NAME`",
                "name",
                "`service_connect_configuration`, `volume_configuration`, `vpc_lattice_configurations`,"
                        + " and for machines of your own `ordered_placement_strategy`, `placement_constraints`");
    }
}
