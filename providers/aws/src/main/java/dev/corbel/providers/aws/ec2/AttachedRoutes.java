package dev.corbel.providers.aws.ec2;

import dev.corbel.providers.api.ReadableType.Attached;
import dev.corbel.providers.api.ReadableType.AttachedObject;
import dev.corbel.providers.api.ReadableType.Parent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.Route;
import software.amazon.awssdk.services.ec2.model.RouteTable;

/** The routes that people wrote into tables which do not list their routes themselves. */
record AttachedRoutes(RouteTableReader tables) {
    List<Attached> of(List<Parent> parents) {
        List<String> ids = parents.stream().map(AttachedRoutes::id).toList();
        Map<String, RouteTable> found = tables.list(ids);
        return parents.stream()
                .map(parent -> parent.configured().contains("route")
                        ? Attached.NONE
                        : Attached.of(routes(found.get(id(parent)))))
                .toList();
    }

    private static String id(Parent table) {
        return table.object().attributes().text("id").orElse("");
    }

    private List<AttachedObject> routes(@Nullable RouteTable table) {
        return table == null
                ? List.of()
                : Routes.written(table).stream()
                        .map(route -> attached(new RouteId(table.routeTableId(), Routes.destination(route)), route))
                        .toList();
    }

    private AttachedObject attached(RouteId id, Route route) {
        return new AttachedObject(
                "aws_route",
                id.importId(),
                new RouteReader(tables).show(id, route).attributes(),
                Optional.empty());
    }
}
