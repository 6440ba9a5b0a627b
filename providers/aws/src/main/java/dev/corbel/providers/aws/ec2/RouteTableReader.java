package dev.corbel.providers.aws.ec2;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.resource.Tags;
import dev.corbel.providers.kit.attribute.Attributes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.PropagatingVgw;
import software.amazon.awssdk.services.ec2.model.RouteTable;

/** Reads route tables: one list tells all about many, their routes and associations too. */
record RouteTableReader(AwsSession session, Ec2Client ec2) implements TaggedReader<RouteTable> {
    RouteTableReader(AwsSession session) {
        this(session, Ec2.client(session));
    }

    @Override
    public String id(RouteTable table) {
        return table.routeTableId();
    }

    @Override
    public Map<String, RouteTable> list(List<String> ids) {
        Map<String, RouteTable> tables = new LinkedHashMap<>();
        where("route-table-id", ids).forEach(table -> tables.put(id(table), table));
        return tables;
    }

    /** All tables that a filter lets pass. */
    List<RouteTable> where(String filter, List<String> values) {
        return ec2
                .describeRouteTablesPaginator(request -> request.filters(Ec2Tags.filter(filter, values)))
                .routeTables()
                .stream()
                .toList();
    }

    @Override
    public Optional<RouteTable> find(String id) {
        return Ec2.ifFound(() -> ec2.describeRouteTables(request -> request.routeTableIds(id)).routeTables().stream()
                .findFirst());
    }

    @Override
    public Optional<RouteTable> createdBy(String token) {
        return ec2.describeRouteTables(request -> request.filters(Ec2Tags.byOperation(token))).routeTables().stream()
                .findFirst();
    }

    List<RouteTable> all() {
        return ec2.describeRouteTablesPaginator().routeTables().stream().toList();
    }

    @Override
    public List<String> ids() {
        return all().stream().map(this::id).toList();
    }

    @Override
    public ObjectState show(RouteTable table, MapValue known) {
        Attributes attributes = new Attributes(RouteTableResource.SCHEMA)
                .from(known)
                .text("id", id(table))
                .text("arn", session.arn("ec2", table.ownerId(), "route-table/" + id(table)))
                .text("owner_id", table.ownerId())
                .text("vpc_id", table.vpcId())
                .set(
                        "propagating_vgws",
                        table.propagatingVgws().stream()
                                .map(PropagatingVgw::gatewayId)
                                .toList())
                .value("route", RouteBlocks.show(table, known));
        Tags.show(attributes, Ec2Tags.map(table.tags()), known, session);
        return attributes.object();
    }
}
