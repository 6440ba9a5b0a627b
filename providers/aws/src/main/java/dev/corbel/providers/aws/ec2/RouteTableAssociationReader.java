package dev.corbel.providers.aws.ec2;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.kit.attribute.Attributes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.RouteTable;
import software.amazon.awssdk.services.ec2.model.RouteTableAssociation;
import software.amazon.awssdk.services.ec2.model.RouteTableAssociationStateCode;

/** Reads associations: one list of the tables tells all about many. */
record RouteTableAssociationReader(RouteTableReader tables) {
    private static final Set<RouteTableAssociationStateCode> GOING = Set.of(
            RouteTableAssociationStateCode.DISASSOCIATING,
            RouteTableAssociationStateCode.DISASSOCIATED,
            RouteTableAssociationStateCode.FAILED);

    RouteTableAssociationReader(AwsSession session) {
        this(new RouteTableReader(session));
    }

    /** By {@link RouteTableAssociationId#text()}; what is not in its table is left out. */
    Map<String, RouteTableAssociation> list(List<String> ids) {
        List<String> tableIds = ids.stream()
                .flatMap(id -> RouteTableAssociationId.parse(id).map(RouteTableAssociationId::table).stream())
                .distinct()
                .toList();
        Map<String, RouteTableAssociation> associations = new LinkedHashMap<>();
        for (RouteTable table : tables.list(tableIds).values()) {
            present(table)
                    .forEach(association -> associations.put(id(association).text(), association));
        }
        return associations;
    }

    /** What a subnet or gateway follows: the table of the id, or another. */
    Optional<RouteTableAssociation> find(RouteTableAssociationId id) {
        String filter = id.isOfSubnet() ? "association.subnet-id" : "association.gateway-id";
        return tables.where(filter, List.of(id.follower())).stream()
                .flatMap(RouteTableAssociationReader::present)
                .filter(association -> id.follower().equals(follower(association)))
                .findFirst();
    }

    List<String> importIds() {
        return tables.all().stream()
                .flatMap(RouteTableAssociationReader::present)
                .map(association -> id(association).text())
                .toList();
    }

    /** Those that somebody made; the main table of a VPC is followed by all that follows no other. */
    private static Stream<RouteTableAssociation> present(RouteTable table) {
        return table.associations().stream()
                .filter(association -> follower(association) != null)
                .filter(association -> association.associationState() == null
                        || !GOING.contains(association.associationState().state()));
    }

    private static @Nullable String follower(RouteTableAssociation association) {
        return association.subnetId() == null ? association.gatewayId() : association.subnetId();
    }

    private static RouteTableAssociationId id(RouteTableAssociation association) {
        return new RouteTableAssociationId(String.valueOf(follower(association)), association.routeTableId());
    }

    static boolean isSettled(RouteTableAssociation association) {
        return association.associationState() == null
                || association.associationState().state() == RouteTableAssociationStateCode.ASSOCIATED;
    }

    static ObjectState show(RouteTableAssociation association) {
        return new Attributes(RouteTableAssociationResource.SCHEMA)
                .text("id", association.routeTableAssociationId())
                .text("route_table_id", association.routeTableId())
                .textOrNothing("subnet_id", association.subnetId())
                .textOrNothing("gateway_id", association.gatewayId())
                .object();
    }
}
