package dev.corbel.providers.aws.ec2;

import dev.corbel.providers.api.IdentityClass;
import dev.corbel.providers.api.TypeGuide;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.BlockType;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.resource.AwsResourceType;
import dev.corbel.providers.aws.resource.Tags;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code aws_route_table}: where a subnet's traffic goes. */
public final class RouteTableResource extends AwsResourceType {
    static final Schema ROUTE = RouteSchema.targets(Schema.builder()
                    .attribute(Attribute.optional("cidr_block", Type.STRING)
                            .validatedBy(Cidr.IPV4)
                            .describedAs("The IPv4 range that the route leads to."))
                    .attribute(Attribute.optional("ipv6_cidr_block", Type.STRING)
                            .validatedBy(Cidr.IPV6)
                            .describedAs("The IPv6 range that the route leads to."))
                    .attribute(Attribute.optional("destination_prefix_list_id", Type.STRING)
                            .describedAs("The list of ranges that the route leads to.")))
            .attribute(Attribute.optional("network_interface_id", Type.STRING)
                    .describedAs("The network interface that the route leads through."))
            .build();

    static final Schema SCHEMA = Tags.on(Schema.builder()
                    .attribute(Attribute.required("vpc_id", Type.STRING)
                            .immutable()
                            .describedAs("The VPC that the table is for."))
                    .block(BlockType.set("route", ROUTE))
                    .attribute(Attribute.computed("id", Type.STRING))
                    .attribute(Attribute.computed("arn", Type.STRING))
                    .attribute(Attribute.computed("owner_id", Type.STRING).describedAs("The account of the table."))
                    .attribute(Attribute.computed("propagating_vgws", Type.set(Type.STRING))
                            .describedAs("The virtual private gateways that add routes to the table.")))
            .build();

    public RouteTableResource() {
        super("aws_route_table", SCHEMA, RouteTableOperations::new);
    }

    @Override
    public IdentityClass identityClass(MapValue planned) {
        return IdentityClass.TAG;
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
        return configuration.get("route").unmarked() instanceof ListValue routes
                ? routes.elements().stream()
                        .filter(MapValue.class::isInstance)
                        .map(MapValue.class::cast)
                        .flatMap(route -> RouteSchema.problems(route, RouteNames.BLOCK_DESTINATIONS).stream())
                        .toList()
                : List.of();
    }

    /** A definition without route blocks leaves the routes alone, as {@code aws_route} may have made them. */
    @Override
    protected PlannedObject refine(PlanRequest request) {
        MapValue planned = request.proposed();
        if (request.prior() instanceof MapValue prior && planned.get("route").equals(ListValue.EMPTY)) {
            planned = planned.with("route", prior.get("route"));
        }
        return new PlannedObject(planned, Set.of());
    }

    @Override
    public TypeGuide guide() {
        return new TypeGuide("a table of routes", "`rtb-…`", "tag", "setting `propagating_vgws`");
    }
}
