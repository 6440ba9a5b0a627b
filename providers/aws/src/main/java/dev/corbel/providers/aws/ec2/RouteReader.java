package dev.corbel.providers.aws.ec2;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.kit.attribute.Attributes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.ec2.model.Route;
import software.amazon.awssdk.services.ec2.model.RouteTable;

/** Reads routes: one list of their tables tells all about many. */
record RouteReader(RouteTableReader tables) {
    RouteReader(AwsSession session) {
        this(new RouteTableReader(session));
    }

    /** By {@link RouteId#key()}; what is not there is left out. */
    Map<String, Route> list(List<String> keys) {
        List<String> ids = keys.stream()
                .flatMap(key -> RouteId.parse(key).map(RouteId::table).stream())
                .distinct()
                .toList();
        Map<String, Route> routes = new LinkedHashMap<>();
        for (RouteTable table : tables.list(ids).values()) {
            for (Route route : table.routes()) {
                routes.put(new RouteId(table.routeTableId(), Routes.destination(route)).key(), route);
            }
        }
        return routes;
    }

    Optional<Route> find(String key) {
        return RouteId.parse(key).flatMap(this::find);
    }

    Optional<Route> find(RouteId id) {
        return tables.find(id.table()).flatMap(table -> Routes.to(id.destination(), table));
    }

    List<String> importIds() {
        return tables.all().stream()
                .flatMap(table -> Routes.written(table).stream()
                        .map(route -> new RouteId(table.routeTableId(), Routes.destination(route)).importId()))
                .toList();
    }

    /** Renders a route; its destination as the id writes it. */
    ObjectState show(RouteId id, Route route) {
        Attributes attributes = new Attributes(RouteResource.SCHEMA)
                .text("id", id.text())
                .text("route_table_id", id.table())
                .text(
                        RouteNames.ROUTE_DESTINATIONS.get(id.destination().kind()),
                        id.destination().text())
                .textOrEmpty("instance_id", route.instanceId())
                .textOrEmpty("instance_owner_id", route.instanceOwnerId())
                .textOrEmpty("network_interface_id", route.networkInterfaceId())
                .text("origin", route.originAsString())
                .text("state", route.stateAsString());
        RouteTargetKind.target(route).ifPresent(target -> attributes.text(target.attribute(), target.id()));
        return attributes.object();
    }
}
