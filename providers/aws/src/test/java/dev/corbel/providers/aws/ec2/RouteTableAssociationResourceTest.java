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
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(MotoExtension.class)
class RouteTableAssociationResourceTest {

    private static MapValue association(Network network) {
        return Values.map("subnet_id", network.subnet(), "route_table_id", network.routeTable());
    }

    @Test
    void goesToAnotherTableInPlaceWithAnotherId(MotoServer moto) throws Exception {
        Network network = new Network(moto);
        MapValue first = association(network);
        MapValue second = first.with("route_table_id", network.routeTable());
        try (Bench bench = Bench.of("aws_route_table_association", moto)) {
            ObjectState created = bench.create(first);
            ObjectState moved = bench.update(created, second);

            assertThat(moved.attributes().get("route_table_id")).isEqualTo(second.get("route_table_id"));
            assertThat(moved.attributes().get("id"))
                    .isNotEqualTo(created.attributes().get("id"));
            assertThat(bench.read(created)).isEqualTo(new ReadResult.Present(moved));
        }
    }

    @Test
    void isAbsentOnceDeleted(MotoServer moto) throws Exception {
        try (Bench bench = Bench.of("aws_route_table_association", moto)) {
            ObjectState created = bench.create(association(new Network(moto)));
            bench.delete(created);

            assertThat(bench.read(created)).isEqualTo(new ReadResult.Absent());
        }
    }

    @Test
    void refusesASubnetThatFollowsAnotherTable(MotoServer moto) throws Exception {
        Network network = new Network(moto);
        MapValue first = association(network);
        MapValue second = first.with("route_table_id", network.routeTable());
        try (Bench bench = Bench.of("aws_route_table_association", moto)) {
            bench.create(first);

            ProviderException refusal = catchThrowableOfType(ProviderException.class, () -> bench.create(second));

            String subnet = first.get("subnet_id").toString();
            String table = first.get("route_table_id").toString();
            assertThat(refusal.diagnostic())
                    .isEqualTo(Diagnostic.error(
                                    subnet + " follows the route table " + table + " already",
                                    "It can follow one table, so it cannot follow " + second.get("route_table_id")
                                            + " as well.")
                            .withHint("To manage that association: adopt('aws_route_table_association.test') { id = '"
                                    + subnet + "/" + table + "' }."));
        }
    }

    @Test
    void saysWhatAnImportIdIs(MotoServer moto) {
        try (Bench bench = Bench.of("aws_route_table_association", moto)) {
            ProviderException refusal = catchThrowableOfType(
                    ProviderException.class, () -> bench.type().importObject(bench.session(), "rtbassoc-1"));

            assertThat(refusal.diagnostic())
                    .isEqualTo(Diagnostic.error(
                            "\"rtbassoc-1\" is no id of an association with a route table",
                            "It is a subnet or a gateway and a table, such as"
                                    + " subnet-0123456789abcdef0/rtb-0123456789abcdef0."));
        }
    }

    @Test
    void isForASubnetOrAGateway() {
        RouteTableAssociationResource type = new RouteTableAssociationResource();

        assertThat(type.validate(Values.map("route_table_id", "rtb-1")))
                .containsExactly(Diagnostic.error(
                        "The association has neither subnet nor gateway", "Set one of subnet_id, gateway_id."));
        assertThat(type.validate(
                        Values.map("route_table_id", "rtb-1", "subnet_id", Value.unknown(), "gateway_id", "igw-1")))
                .isEmpty();
    }

    @Test
    void takesWhatAnEarlierAttemptMade() throws Exception {
        String tables = "<DescribeRouteTablesResponse><routeTableSet><item><routeTableId>rtb-1</routeTableId>"
                + "<associationSet><item><routeTableAssociationId>rtbassoc-1</routeTableAssociationId>"
                + "<routeTableId>rtb-1</routeTableId><gatewayId>igw-1</gatewayId>"
                + "<associationState><state>associated</state></associationState></item></associationSet></item>"
                + "</routeTableSet></DescribeRouteTablesResponse>";
        FakeTime time = new FakeTime();
        try (FakeAws aws = new FakeAws();
                Bench bench = Bench.at(
                        "aws_route_table_association",
                        aws.endpoint(),
                        new ProviderContext(Path.of("."), "test", time, time))) {
            aws.refuses(400, Map.of(), "Resource.AlreadyAssociated", "It is associated already.")
                    .answers(tables)
                    .answers(tables);

            ObjectState created = bench.create(Values.map("gateway_id", "igw-1", "route_table_id", "rtb-1"));

            assertThat(created.attributes())
                    .isEqualTo(Values.map(
                            "id",
                            "rtbassoc-1",
                            "gateway_id",
                            "igw-1",
                            "subnet_id",
                            Value.ofNull(),
                            "route_table_id",
                            "rtb-1"));
            assertThat(aws.actions())
                    .containsExactly("AssociateRouteTable", "DescribeRouteTables", "DescribeRouteTables");
            assertThat(aws.calls().get(1).body()).contains("association.gateway-id");
        }
    }
}
