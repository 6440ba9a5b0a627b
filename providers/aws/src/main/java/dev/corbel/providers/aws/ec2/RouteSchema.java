package dev.corbel.providers.aws.ec2;

import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.kit.attribute.ExactlyOneOf;
import java.util.ArrayList;
import java.util.List;

/** The attributes that {@code aws_route} and the {@code route} blocks of tables have in common. */
final class RouteSchema {
    private RouteSchema() {}

    /** Adds what a route can lead through, but for the network interface, of which the two differ. */
    static Schema.Builder targets(Schema.Builder schema) {
        return schema.attribute(Attribute.optional("carrier_gateway_id", Type.STRING)
                        .describedAs("The carrier gateway that the route leads through."))
                .attribute(Attribute.optional("core_network_arn", Type.STRING)
                        .describedAs("The core network that the route leads through."))
                .attribute(Attribute.optional("egress_only_gateway_id", Type.STRING)
                        .describedAs("The egress-only internet gateway that the route leads through."))
                .attribute(Attribute.optional("gateway_id", Type.STRING)
                        .describedAs("The internet or virtual private gateway that the route leads through."))
                .attribute(Attribute.optional("local_gateway_id", Type.STRING)
                        .describedAs("The gateway of an Outpost that the route leads through."))
                .attribute(Attribute.optional("nat_gateway_id", Type.STRING)
                        .describedAs("The NAT gateway that the route leads through."))
                .attribute(Attribute.optional("transit_gateway_id", Type.STRING)
                        .describedAs("The transit gateway that the route leads through."))
                .attribute(Attribute.optional("vpc_endpoint_id", Type.STRING)
                        .describedAs("The endpoint of a Gateway Load Balancer that the route leads through."))
                .attribute(Attribute.optional("vpc_peering_connection_id", Type.STRING)
                        .describedAs("The peering connection that the route leads through."));
    }

    /** A route has one destination and one target. */
    static List<Diagnostic> problems(MapValue route, List<String> destinations) {
        List<Diagnostic> problems =
                new ArrayList<>(ExactlyOneOf.problems(route, "The route has no destination", destinations));
        problems.addAll(ExactlyOneOf.problems(route, "The route has no target", RouteNames.TARGETS));
        return problems;
    }
}
