package dev.corbel.providers.aws.ec2;

import dev.corbel.clients.aws.ErrorClass;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.kit.call.Waiter;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Route;
import software.amazon.awssdk.services.ec2.model.RouteOrigin;

/**
 * Changes the routes of one table.
 *
 * @param table its id
 */
record RouteCalls(Ec2Client ec2, String table, Waiter waiter) {
    /** Tables and targets may be new. */
    private static final Set<String> NOT_YET_KNOWN = Set.of(
            "InvalidCarrierGatewayID.NotFound",
            "InvalidEgressOnlyInternetGatewayId.NotFound",
            "InvalidInternetGatewayID.NotFound",
            "InvalidNatGatewayID.NotFound",
            "InvalidNetworkInterfaceID.NotFound",
            "InvalidRouteTableID.NotFound",
            "InvalidTransitGatewayID.NotFound",
            "InvalidVpcEndpointId.NotFound",
            "InvalidVpcPeeringConnectionID.NotFound",
            "NatGatewayNotFound");

    /** False where the table has a route to this destination already. */
    boolean create(RouteDestination destination, RouteTarget target) throws ProviderException {
        try {
            waiter.whileRefused(
                    NOT_YET_KNOWN,
                    () -> ec2.createRoute(call -> {
                        call.routeTableId(table)
                                .destinationCidrBlock(orNothing(destination.ipv4()))
                                .destinationIpv6CidrBlock(orNothing(destination.ipv6()))
                                .destinationPrefixListId(orNothing(destination.prefixList()));
                        RouteTargetKind.of(target.attribute()).creator().accept(call, target.id());
                    }));
            return true;
        } catch (ProviderException failure) {
            if (failure.getCause() != null
                    && ErrorClass.code(failure.getCause()).equals("RouteAlreadyExists")) {
                return false;
            }
            throw failure;
        }
    }

    void replace(RouteDestination destination, RouteTarget target) throws ProviderException {
        waiter.whileRefused(
                NOT_YET_KNOWN,
                () -> ec2.replaceRoute(call -> {
                    call.routeTableId(table)
                            .destinationCidrBlock(orNothing(destination.ipv4()))
                            .destinationIpv6CidrBlock(orNothing(destination.ipv6()))
                            .destinationPrefixListId(orNothing(destination.prefixList()));
                    RouteTargetKind.of(target.attribute()).replacer().accept(call, target.id());
                }));
    }

    /** Takes a route away. Those that come with the table cannot go, so they lead into the VPC again. */
    void remove(Route route) throws ProviderException {
        RouteDestination destination = Routes.destination(route);
        if (route.origin() == RouteOrigin.CREATE_ROUTE_TABLE) {
            if (!RouteTargetKind.target(route).filter(RouteTarget::isLocal).isPresent()) {
                replace(destination, new RouteTarget("gateway_id", RouteNames.LOCAL));
            }
            return;
        }
        Ec2.ifFound(() -> Optional.of(ec2.deleteRoute(call -> call.routeTableId(table)
                .destinationCidrBlock(orNothing(destination.ipv4()))
                .destinationIpv6CidrBlock(orNothing(destination.ipv6()))
                .destinationPrefixListId(orNothing(destination.prefixList())))));
    }

    private static @Nullable String orNothing(String text) {
        return text.isEmpty() ? null : text;
    }
}
