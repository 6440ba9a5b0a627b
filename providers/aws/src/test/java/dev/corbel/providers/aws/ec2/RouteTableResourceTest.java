package dev.corbel.providers.aws.ec2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.emulators.MotoExtension;
import dev.corbel.emulators.MotoServer;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.Bench;
import dev.corbel.providers.conformance.Values;
import dev.corbel.providers.kit.attribute.Attributes;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(MotoExtension.class)
class RouteTableResourceTest {

    private static MapValue route(String destination, String range, String target, Value id) {
        MapValue route = MapValue.EMPTY;
        for (String name : RouteTableResource.ROUTE.attributes().keySet()) {
            route = route.with(name, Value.ofNull());
        }
        return route.with(destination, Value.of(range)).with(target, id);
    }

    private static MapValue table(Network network, MapValue... routes) {
        return Values.map("vpc_id", network.vpc(), "route", Attributes.setOf(List.of(routes)));
    }

    @Test
    void hasTheRoutesOfItsBlocks(MotoServer moto) throws Exception {
        Network network = new Network(moto);
        MapValue table = table(
                network,
                route("cidr_block", "0.0.0.0/0", "gateway_id", network.internetGateway()),
                route("cidr_block", "192.0.2.0/24", "nat_gateway_id", network.natGateway()));
        try (Bench bench = Bench.of("aws_route_table", moto)) {
            ObjectState created = bench.create(table);

            String id = created.attributes().text("id").orElseThrow();
            assertThat(created.attributes())
                    .isEqualTo(Values.map(
                            "id",
                            id,
                            "arn",
                            "arn:aws:ec2:eu-central-1:123456789012:route-table/" + id,
                            "owner_id",
                            "123456789012",
                            "vpc_id",
                            network.vpc(),
                            "propagating_vgws",
                            List.of(),
                            "route",
                            table.get("route"),
                            "tags",
                            Value.ofNull(),
                            "tags_all",
                            Values.map("team", "network")));
            assertThat(bench.read(created)).isEqualTo(new ReadResult.Present(created));
        }
    }

    @Test
    void addsChangesAndRemovesRoutes(MotoServer moto) throws Exception {
        Network network = new Network(moto);
        Value gateway = network.internetGateway();
        MapValue before = table(
                network,
                route("cidr_block", "192.0.2.0/24", "gateway_id", gateway),
                route("cidr_block", "198.51.100.0/24", "gateway_id", gateway));
        MapValue after = table(
                network,
                route("cidr_block", "192.0.2.0/24", "nat_gateway_id", network.natGateway()),
                route("ipv6_cidr_block", "::/0", "gateway_id", gateway));
        try (Bench bench = Bench.of("aws_route_table", moto)) {
            ObjectState created = bench.create(before);

            ObjectState changed = bench.update(created, after);

            assertThat(changed.attributes()).isEqualTo(created.attributes().with("route", after.get("route")));
            assertThat(bench.type()
                            .importObject(
                                    bench.session(),
                                    changed.attributes().text("id").orElseThrow()))
                    .hasValue(changed);
        }
    }

    @Test
    void showsARouteThatSomebodyAdded(MotoServer moto) throws Exception {
        Network network = new Network(moto);
        MapValue internet = route("cidr_block", "0.0.0.0/0", "gateway_id", network.internetGateway());
        MapValue table = table(network, internet);
        try (Bench bench = Bench.of("aws_route_table", moto)) {
            ObjectState created = bench.create(table);
            addRoute(bench, created, network);

            ObjectState read = ((ReadResult.Present) bench.read(created)).object();
            ObjectState corrected = bench.update(read, table);

            assertThat(read.attributes().get("route"))
                    .isEqualTo(Attributes.setOf(List.of(
                            internet, route("cidr_block", "203.0.113.0/24", "gateway_id", network.internetGateway()))));
            assertThat(corrected).isEqualTo(created);
        }
    }

    @Test
    void leavesRoutesAloneWithoutBlocks(MotoServer moto) throws Exception {
        Network network = new Network(moto);
        try (Bench bench = Bench.of("aws_route_table", moto)) {
            ObjectState created = bench.create(table(network));
            addRoute(bench, created, network);

            bench.update(created, table(network).with("tags", Values.map("Name", "public")));

            assertThat(bench.read(created))
                    .isEqualTo(new ReadResult.Present(new ObjectState(created.attributes()
                            .with("tags", Values.map("Name", "public"))
                            .with("tags_all", Values.map("Name", "public", "team", "network")))));
            assertThat(Routes.written(new RouteTableReader(bench.session())
                            .find(created.attributes().text("id").orElseThrow())
                            .orElseThrow()))
                    .hasSize(1);
        }
    }

    @Test
    void keepsItsRoutesWhenTheLastBlockGoes(MotoServer moto) throws Exception {
        Network network = new Network(moto);
        try (Bench bench = Bench.of("aws_route_table", moto)) {
            ObjectState created = bench.create(
                    table(network, route("cidr_block", "0.0.0.0/0", "gateway_id", network.internetGateway())));

            assertThat(bench.plan(created.attributes(), table(network))
                            .attributes()
                            .entries())
                    .isEqualTo(created.attributes().entries());
        }
    }

    @Test
    void putsNothingBackThatOthersTookWhileItsTagsChange(MotoServer moto) throws Exception {
        Network network = new Network(moto);
        try (Bench bench = Bench.of("aws_route_table", moto)) {
            ObjectState created = bench.create(
                    table(network, route("cidr_block", "0.0.0.0/0", "gateway_id", network.internetGateway())));
            String id = created.attributes().text("id").orElseThrow();
            Ec2.client(bench.session())
                    .deleteRoute(request -> request.routeTableId(id).destinationCidrBlock("0.0.0.0/0"));

            bench.update(created, table(network).with("tags", Values.map("Name", "public")));

            assertThat(Routes.written(
                            new RouteTableReader(bench.session()).find(id).orElseThrow()))
                    .isEmpty();
        }
    }

    private static void addRoute(Bench bench, ObjectState table, Network network) {
        Ec2.client(bench.session()).createRoute(request -> request.routeTableId(
                        table.attributes().text("id").orElseThrow())
                .destinationCidrBlock("203.0.113.0/24")
                .gatewayId(network.internetGateway().toString()));
    }

    @Test
    void refusesRoutesWithoutATarget() {
        assertThat(new RouteTableResource()
                        .validate(
                                Values.map("vpc_id", "vpc-1", "route", List.of(Values.map("cidr_block", "0.0.0.0/0")))))
                .containsExactly(Diagnostic.error(
                        "The route has no target",
                        "Set one of carrier_gateway_id, core_network_arn, egress_only_gateway_id, gateway_id,"
                                + " local_gateway_id, nat_gateway_id, transit_gateway_id, vpc_endpoint_id,"
                                + " vpc_peering_connection_id, network_interface_id."));
    }
}
