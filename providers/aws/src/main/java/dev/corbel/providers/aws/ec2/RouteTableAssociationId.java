package dev.corbel.providers.aws.ec2;

import dev.corbel.providers.api.value.MapValue;
import java.util.Optional;

/**
 * The id by which an association is imported: {@code FOLLOWER/TABLE}.
 *
 * @param follower a subnet or a gateway
 */
record RouteTableAssociationId(String follower, String table) {
    private static final String SUBNET = "subnet-";

    static RouteTableAssociationId of(MapValue attributes) {
        return new RouteTableAssociationId(
                attributes
                        .text("subnet_id")
                        .or(() -> attributes.text("gateway_id"))
                        .orElseThrow(),
                attributes.text("route_table_id").orElseThrow());
    }

    /** Empty where the text is none. */
    static Optional<RouteTableAssociationId> parse(String text) {
        String[] parts = text.split("/", -1);
        return parts.length != 2 || parts[0].isEmpty() || parts[1].isEmpty()
                ? Optional.empty()
                : Optional.of(new RouteTableAssociationId(parts[0], parts[1]));
    }

    boolean isOfSubnet() {
        return follower.startsWith(SUBNET);
    }

    String text() {
        return follower + "/" + table;
    }
}
