package dev.corbel.providers.aws.ec2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.corbel.emulators.MotoExtension;
import dev.corbel.emulators.MotoServer;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderContext;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.Bench;
import dev.corbel.providers.aws.client.FakeAws;
import dev.corbel.providers.conformance.FakeTime;
import dev.corbel.providers.conformance.Values;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(MotoExtension.class)
class RouteResourceTest {

    private static MapValue toTheInternet(Network network) {
        return Values.map(
                "route_table_id",
                network.routeTable(),
                "destination_cidr_block",
                "0.0.0.0/0",
                "gateway_id",
                network.internetGateway());
    }

    @Test
    void hasTheIdThatTerraformGivesIt(MotoServer moto) {
        try (Bench bench = Bench.of("aws_route", moto)) {
            MapValue planned = bench.plan(
                            Value.ofNull(),
                            Values.map(
                                    "route_table_id",
                                    "rtb-656c65616e6f72",
                                    "destination_cidr_block",
                                    "0.0.0.0/0",
                                    "gateway_id",
                                    "igw-1"))
                    .attributes();

            assertThat(planned.text("id")).hasValue("r-rtb-656c65616e6f721080289494");
        }
    }

    @Test
    void createsWhatIsPlannedAndDeletesIt(MotoServer moto) throws Exception {
        MapValue route = toTheInternet(new Network(moto));
        try (Bench bench = Bench.of("aws_route", moto)) {
            ObjectState created = bench.create(route);
            bench.delete(created);
            bench.delete(created);

            assertThat(created.attributes().text("state")).hasValue("active");
            assertThat(created.attributes().text("origin")).hasValue("CreateRoute");
            assertThat(created.attributes().text("network_interface_id")).hasValue("");
            assertThat(bench.read(created)).isEqualTo(new ReadResult.Absent());
        }
    }

    @Test
    void leadsElsewhereInPlace(MotoServer moto) throws Exception {
        Network network = new Network(moto);
        MapValue route = toTheInternet(network);
        MapValue elsewhere = route.with("gateway_id", Value.ofNull()).with("nat_gateway_id", network.natGateway());
        try (Bench bench = Bench.of("aws_route", moto)) {
            ObjectState created = bench.create(route);
            ObjectState changed = bench.update(created, elsewhere);

            assertThat(changed.attributes())
                    .isEqualTo(created.attributes()
                            .with("gateway_id", Value.ofNull())
                            .with("nat_gateway_id", elsewhere.get("nat_gateway_id")));
            assertThat(bench.read(changed)).isEqualTo(new ReadResult.Present(changed));
        }
    }

    @Test
    void takesTheWayThatIpv6RangesAreWritten(MotoServer moto) throws Exception {
        Network network = new Network(moto);
        try (Bench bench = Bench.of("aws_route", moto)) {
            MapValue route = toTheInternet(network)
                    .with("destination_cidr_block", Value.ofNull())
                    .with("destination_ipv6_cidr_block", Value.of("2001:db8::/32"));
            ObjectState created = bench.create(route);
            ObjectState longer = new ObjectState(
                    created.attributes().with("destination_ipv6_cidr_block", Value.of("2001:0DB8:0::/32")));

            assertThat(((ReadResult.Present) bench.read(longer))
                            .object()
                            .attributes()
                            .text("destination_ipv6_cidr_block"))
                    .hasValue("2001:0DB8:0::/32");
        }
    }

    @Test
    void refusesADestinationThatLeadsElsewhere(MotoServer moto) throws Exception {
        Network network = new Network(moto);
        MapValue route = toTheInternet(network);
        MapValue other = route.with("gateway_id", Value.ofNull()).with("nat_gateway_id", network.natGateway());
        try (Bench bench = Bench.of("aws_route", moto)) {
            bench.create(route);

            ProviderException refusal = catchThrowableOfType(ProviderException.class, () -> bench.create(other));

            String table = route.get("route_table_id").toString();
            assertThat(refusal.diagnostic())
                    .isEqualTo(Diagnostic.error(
                                    "The route table " + table + " has a route to 0.0.0.0/0 already",
                                    "It leads through " + route.get("gateway_id")
                                            + ", and a table has one route to a destination.")
                            .withHint("To manage it: adopt('aws_route.test') { id = '" + table + "_0.0.0.0/0' }."));
            assertThat(refusal.object()).isEmpty();
        }
    }

    @Test
    void saysWhatAnImportIdIs(MotoServer moto) {
        try (Bench bench = Bench.of("aws_route", moto)) {
            ProviderException refusal = catchThrowableOfType(
                    ProviderException.class, () -> bench.type().importObject(bench.session(), "rtb-1"));

            assertThat(refusal.diagnostic())
                    .isEqualTo(Diagnostic.error(
                            "\"rtb-1\" is no id of a route",
                            "It is a table and a destination, such as rtb-0123456789abcdef0_10.0.0.0/16."));
        }
    }

    @Test
    void hasOneDestinationAndOneTarget() {
        RouteResource type = new RouteResource();

        assertThat(type.validate(Values.map("route_table_id", "rtb-1", "gateway_id", "igw-1")))
                .containsExactly(Diagnostic.error(
                        "The route has no destination",
                        "Set one of destination_cidr_block, destination_ipv6_cidr_block,"
                                + " destination_prefix_list_id."));
        assertThat(type.validate(Values.map(
                        "route_table_id",
                        "rtb-1",
                        "destination_cidr_block",
                        "0.0.0.0/0",
                        "gateway_id",
                        "igw-1",
                        "nat_gateway_id",
                        "nat-1")))
                .containsExactly(Diagnostic.error("gateway_id conflicts with nat_gateway_id", "Set one of them."));
        assertThat(type.validate(Values.map(
                        "route_table_id",
                        "rtb-1",
                        "destination_cidr_block",
                        "0.0.0.0/0",
                        "gateway_id",
                        Value.unknown())))
                .isEmpty();
    }

    private static String localRoute(String target) {
        return "<DescribeRouteTablesResponse><routeTableSet><item><routeTableId>rtb-1</routeTableId><routeSet><item>"
                + "<destinationCidrBlock>10.0.0.0/16</destinationCidrBlock>" + target
                + "<origin>CreateRouteTable</origin><state>active</state></item></routeSet></item></routeTableSet>"
                + "</DescribeRouteTablesResponse>";
    }

    @Test
    void leadsIntoTheVpcAgainWhereARouteCannotBeDeleted() throws Exception {
        ObjectState route = new ObjectState(Values.map(
                "route_table_id", "rtb-1", "destination_cidr_block", "10.0.0.0/16", "nat_gateway_id", "nat-1"));
        FakeTime time = new FakeTime();
        try (FakeAws aws = new FakeAws();
                Bench bench =
                        Bench.at("aws_route", aws.endpoint(), new ProviderContext(Path.of("."), "test", time, time))) {
            aws.answers(localRoute("<natGatewayId>nat-1</natGatewayId>"))
                    .answers("<ReplaceRouteResponse/>")
                    .answers(localRoute("<gatewayId>local</gatewayId>"));

            bench.delete(route);

            assertThat(aws.actions()).containsExactly("DescribeRouteTables", "ReplaceRoute", "DescribeRouteTables");
            assertThat(aws.calls().get(1).body()).contains("LocalTarget=true");
        }
    }
}
