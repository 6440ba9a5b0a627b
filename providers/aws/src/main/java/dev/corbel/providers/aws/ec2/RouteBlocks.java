package dev.corbel.providers.aws.ec2;

import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.kit.attribute.Attributes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.ec2.model.Route;
import software.amazon.awssdk.services.ec2.model.RouteTable;

/**
 * The {@code route} blocks of a table. A table with blocks has these routes and no others; without, its routes are the
 * business of {@code aws_route}.
 */
final class RouteBlocks {

    /** A block whose destination and target are known. */
    record Block(RouteDestination destination, RouteTarget target) {}

    private RouteBlocks() {}

    private static List<MapValue> blocks(MapValue attributes) {
        return attributes.get("route").fullyUnmarked() instanceof ListValue list
                ? list.elements().stream()
                        .filter(MapValue.class::isInstance)
                        .map(MapValue.class::cast)
                        .toList()
                : List.of();
    }

    static List<Block> of(MapValue attributes) {
        return blocks(attributes).stream()
                .flatMap(block -> RouteDestination.of(block, RouteNames.BLOCK_DESTINATIONS).stream()
                        .flatMap(destination ->
                                RouteTarget.of(block).map(target -> new Block(destination, target)).stream()))
                .toList();
    }

    /**
     * The blocks that describe a table.
     *
     * @param known what it was last seen or planned as; all routes are shown where nothing is known of it
     */
    static Value show(RouteTable table, MapValue known) {
        if (known.entries().containsKey("route") && blocks(known).isEmpty()) {
            return Value.list();
        }
        List<RouteDestination> written = blocks(known).stream()
                .flatMap(block -> RouteDestination.of(block, RouteNames.BLOCK_DESTINATIONS).stream())
                .toList();
        List<Route> routes = new ArrayList<>(Routes.written(table));
        for (RouteDestination destination : written) {
            // Those that come with a table are shown where the definition has them.
            Routes.to(destination, table)
                    .filter(route -> !routes.contains(route))
                    .ifPresent(routes::add);
        }
        return Attributes.setOf(
                routes.stream().map(route -> show(route, written)).toList());
    }

    private static Value show(Route route, List<RouteDestination> written) {
        RouteDestination actual = Routes.destination(route);
        RouteDestination destination =
                written.stream().filter(actual::isSameAs).findFirst().orElse(actual);
        Optional<RouteTarget> target = RouteTargetKind.target(route);
        Map<String, Value> block = new LinkedHashMap<>();
        RouteTableResource.ROUTE.attributes().keySet().forEach(name -> block.put(name, Value.ofNull()));
        block.put(RouteNames.BLOCK_DESTINATIONS.get(destination.kind()), Value.of(destination.text()));
        target.ifPresent(present -> block.put(present.attribute(), Value.of(present.id())));
        return new MapValue(block);
    }
}
