package dev.corbel.providers.aws.ec2;

import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.ec2.model.Route;
import software.amazon.awssdk.services.ec2.model.RouteOrigin;
import software.amazon.awssdk.services.ec2.model.RouteTable;

/** Looks at routes as EC2 tells them. */
final class Routes {
    private Routes() {}

    static RouteDestination destination(Route route) {
        if (route.destinationPrefixListId() != null) {
            return RouteDestination.parse(route.destinationPrefixListId());
        }
        return RouteDestination.parse(
                route.destinationIpv6CidrBlock() != null
                        ? route.destinationIpv6CidrBlock()
                        : String.valueOf(route.destinationCidrBlock()));
    }

    /** The route of a table to a destination. */
    static Optional<Route> to(RouteDestination destination, RouteTable table) {
        return table.routes().stream()
                .filter(route -> destination(route).isSameAs(destination))
                .findFirst();
    }

    /** The routes that somebody wrote, rather than the table itself, a virtual private gateway or a gateway endpoint. */
    static List<Route> written(RouteTable table) {
        return table.routes().stream()
                .filter(route -> route.origin() == RouteOrigin.CREATE_ROUTE)
                .filter(route -> route.destinationPrefixListId() == null || !RouteTargetKind.isEndpoint(route))
                .toList();
    }

    /** Whether a table has a route to a destination through a target. */
    static boolean has(RouteTable table, RouteDestination destination, RouteTarget target) {
        return to(destination, table)
                .flatMap(RouteTargetKind::target)
                .filter(target::equals)
                .isPresent();
    }
}
