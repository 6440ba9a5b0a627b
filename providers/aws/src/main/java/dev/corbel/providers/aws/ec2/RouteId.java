package dev.corbel.providers.aws.ec2;

import dev.corbel.providers.api.value.MapValue;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32;

/** The id of a route: its table and its destination. */
record RouteId(String table, RouteDestination destination) {
    static Optional<RouteId> of(MapValue attributes) {
        return attributes.text("route_table_id").flatMap(table -> RouteDestination.of(
                        attributes, RouteNames.ROUTE_DESTINATIONS)
                .map(destination -> new RouteId(table, destination)));
    }

    /** Reads an import id, such as {@code rtb-0123_0.0.0.0/0}; empty where it is none. */
    static Optional<RouteId> parse(String text) {
        int end = text.indexOf('_');
        return end <= 0 || end == text.length() - 1
                ? Optional.empty()
                : Optional.of(new RouteId(text.substring(0, end), RouteDestination.parse(text.substring(end + 1))));
    }

    String importId() {
        return table + "_" + destination.text();
    }

    /** The same for all ways to write the same destination. */
    String key() {
        return table + "_" + destination.key();
    }

    /** What Terraform calls the route. */
    String text() {
        CRC32 sum = new CRC32();
        sum.update(destination.text().getBytes(StandardCharsets.UTF_8));
        return "r-" + table + sum.getValue();
    }
}
