package dev.corbel.providers.aws.ec2;

import dev.corbel.providers.api.IdentityClass;
import dev.corbel.providers.api.TypeGuide;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.resource.AwsResourceType;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code aws_route}: a route of a table. */
public final class RouteResource extends AwsResourceType {
    static final Schema SCHEMA = RouteSchema.targets(Schema.builder()
                    .attribute(Attribute.required("route_table_id", Type.STRING)
                            .immutable()
                            .describedAs("The table that the route is in."))
                    .attribute(Attribute.optional("destination_cidr_block", Type.STRING)
                            .immutable()
                            .validatedBy(Cidr.IPV4)
                            .describedAs("The IPv4 range that the route leads to."))
                    .attribute(Attribute.optional("destination_ipv6_cidr_block", Type.STRING)
                            .immutable()
                            .validatedBy(Cidr.IPV6)
                            .describedAs("The IPv6 range that the route leads to."))
                    .attribute(Attribute.optional("destination_prefix_list_id", Type.STRING)
                            .immutable()
                            .describedAs("The list of ranges that the route leads to.")))
            .attribute(Attribute.optionalComputed("network_interface_id", Type.STRING)
                    .describedAs("The network interface that the route leads through."))
            .attribute(Attribute.computed("id", Type.STRING))
            .attribute(Attribute.computed("instance_id", Type.STRING)
                    .describedAs("The instance that has the network interface."))
            .attribute(Attribute.computed("instance_owner_id", Type.STRING))
            .attribute(Attribute.computed("origin", Type.STRING).describedAs("What made the route."))
            .attribute(Attribute.computed("state", Type.STRING)
                    .describedAs("active, or blackhole where the target is gone."))
            .build();

    /** What changes with the target. */
    private static final List<String> FOLLOWING =
            List.of("network_interface_id", "instance_id", "instance_owner_id", "origin", "state");

    public RouteResource() {
        super("aws_route", SCHEMA, RouteOperations::new);
    }

    /** A table has one route to a destination. Making it again sets the same target again. */
    @Override
    public Set<String> attachedTo() {
        return Set.of("aws_route_table");
    }

    @Override
    public IdentityClass identityClass(MapValue planned) {
        return IdentityClass.CLIENT_TOKEN;
    }

    @Override
    public int readBatchSize() {
        return AwsSession.BATCH_SIZE;
    }

    @Override
    public Map<String, Duration> timeouts() {
        return Map.of(
                "create", Duration.ofMinutes(5), "update", Duration.ofMinutes(2), "delete", Duration.ofMinutes(5));
    }

    @Override
    protected List<Diagnostic> problems(MapValue configuration) {
        return RouteSchema.problems(configuration, RouteNames.ROUTE_DESTINATIONS);
    }

    @Override
    protected PlannedObject refine(PlanRequest request) {
        MapValue planned = withId(request.proposed());
        if (request.prior() instanceof MapValue prior && changesTarget(planned, prior)) {
            for (String name : FOLLOWING) {
                if (request.configuration().get(name).isNull()) {
                    planned = planned.with(name, Value.unknown());
                }
            }
        }
        return new PlannedObject(planned, Set.of());
    }

    /** The id follows from table and destination. */
    private static MapValue withId(MapValue planned) {
        boolean isForeseen = planned.get("id").isUnknown()
                && planned.get("route_table_id").isWhollyKnown()
                && RouteNames.ROUTE_DESTINATIONS.stream()
                        .allMatch(name -> planned.get(name).isWhollyKnown());
        return isForeseen
                ? RouteId.of(planned)
                        .map(id -> planned.with("id", Value.of(id.text())))
                        .orElse(planned)
                : planned;
    }

    private static boolean changesTarget(MapValue planned, MapValue prior) {
        DesiredAttributes before = new DesiredAttributes(prior);
        DesiredAttributes after = new DesiredAttributes(planned);
        return RouteNames.TARGETS.stream().anyMatch(name -> after.changes(name, before));
    }

    @Override
    public TypeGuide guide() {
        return new TypeGuide(
                "one route of a route table", "`TABLE_DESTINATION`, such as `rtb-…_0.0.0.0/0`", "setting it again", "");
    }
}
