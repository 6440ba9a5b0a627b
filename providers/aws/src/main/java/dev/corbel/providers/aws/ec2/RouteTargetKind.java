package dev.corbel.providers.aws.ec2;

import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.CreateRouteRequest;
import software.amazon.awssdk.services.ec2.model.ReplaceRouteRequest;
import software.amazon.awssdk.services.ec2.model.Route;

/** A kind of target of routes, as EC2 reads and writes it. */
record RouteTargetKind(
        Function<Route, @Nullable String> getter,
        BiConsumer<CreateRouteRequest.Builder, String> creator,
        BiConsumer<ReplaceRouteRequest.Builder, String> replacer) {

    private static final Map<String, RouteTargetKind> ALL = Map.of(
            "carrier_gateway_id",
            new RouteTargetKind(
                    Route::carrierGatewayId,
                    CreateRouteRequest.Builder::carrierGatewayId,
                    ReplaceRouteRequest.Builder::carrierGatewayId),
            "core_network_arn",
            new RouteTargetKind(
                    Route::coreNetworkArn,
                    CreateRouteRequest.Builder::coreNetworkArn,
                    ReplaceRouteRequest.Builder::coreNetworkArn),
            "egress_only_gateway_id",
            new RouteTargetKind(
                    Route::egressOnlyInternetGatewayId,
                    CreateRouteRequest.Builder::egressOnlyInternetGatewayId,
                    ReplaceRouteRequest.Builder::egressOnlyInternetGatewayId),
            "gateway_id",
            new RouteTargetKind(
                    route -> isEndpoint(route) ? null : route.gatewayId(),
                    CreateRouteRequest.Builder::gatewayId,
                    RouteTargetKind::replaceByGateway),
            "local_gateway_id",
            new RouteTargetKind(
                    Route::localGatewayId,
                    CreateRouteRequest.Builder::localGatewayId,
                    ReplaceRouteRequest.Builder::localGatewayId),
            "nat_gateway_id",
            new RouteTargetKind(
                    Route::natGatewayId,
                    CreateRouteRequest.Builder::natGatewayId,
                    ReplaceRouteRequest.Builder::natGatewayId),
            "transit_gateway_id",
            new RouteTargetKind(
                    Route::transitGatewayId,
                    CreateRouteRequest.Builder::transitGatewayId,
                    ReplaceRouteRequest.Builder::transitGatewayId),
            "vpc_endpoint_id",
            new RouteTargetKind(
                    route -> isEndpoint(route) ? route.gatewayId() : null,
                    CreateRouteRequest.Builder::vpcEndpointId,
                    ReplaceRouteRequest.Builder::vpcEndpointId),
            "vpc_peering_connection_id",
            new RouteTargetKind(
                    Route::vpcPeeringConnectionId,
                    CreateRouteRequest.Builder::vpcPeeringConnectionId,
                    ReplaceRouteRequest.Builder::vpcPeeringConnectionId),
            "network_interface_id",
            new RouteTargetKind(
                    Route::networkInterfaceId,
                    CreateRouteRequest.Builder::networkInterfaceId,
                    ReplaceRouteRequest.Builder::networkInterfaceId));

    /** By the name of the attribute. */
    static RouteTargetKind of(String attribute) {
        RouteTargetKind kind = ALL.get(attribute);
        if (kind == null) {
            throw new IllegalArgumentException("no target of routes: " + attribute);
        }
        return kind;
    }

    /** EC2 shows endpoints as gateways. */
    static boolean isEndpoint(Route route) {
        return route.gatewayId() != null && route.gatewayId().startsWith("vpce-");
    }

    private static void replaceByGateway(ReplaceRouteRequest.Builder request, String gateway) {
        if (gateway.equals(RouteNames.LOCAL)) {
            request.localTarget(true);
        } else {
            request.gatewayId(gateway);
        }
    }

    /** What a route leads through. */
    static Optional<RouteTarget> target(Route route) {
        for (String attribute : RouteNames.TARGETS) {
            String id = of(attribute).getter().apply(route);
            if (id != null && !id.isEmpty()) {
                return Optional.of(new RouteTarget(attribute, id));
            }
        }
        return Optional.empty();
    }
}
