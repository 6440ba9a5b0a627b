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
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(MotoExtension.class)
class NatGatewayResourceTest {
    private static final String CREATED =
            "<CreateNatGatewayResponse>" + gateway("pending", "natGateway") + "</CreateNatGatewayResponse>";

    private static String gateway(String state, String element) {
        return "<" + element + "><natGatewayId>nat-1</natGatewayId><subnetId>subnet-1</subnetId><state>" + state
                + "</state><connectivityType>private</connectivityType>"
                + "<tagSet><item><key>team</key><value>network</value></item></tagSet>"
                + (state.equals("failed")
                        ? "<failureCode>Gateway.NotAttached</failureCode>"
                                + "<failureMessage>Network vpc-1 has no Internet gateway attached.</failureMessage>"
                        : "")
                + "</" + element + ">";
    }

    private static String described(String state) {
        return "<DescribeNatGatewaysResponse><natGatewaySet>" + gateway(state, "item")
                + "</natGatewaySet></DescribeNatGatewaysResponse>";
    }

    private static Bench bench(FakeAws aws, FakeTime time) {
        return Bench.at("aws_nat_gateway", aws.endpoint(), new ProviderContext(Path.of("."), "test", time, time));
    }

    private static final MapValue PRIVATE = Values.map("subnet_id", "subnet-1", "connectivity_type", "private");

    @Test
    void hasTheAddressThatItIsGiven(MotoServer moto) throws Exception {
        Network network = new Network(moto);
        Value address = network.address();
        try (Bench bench = Bench.of("aws_nat_gateway", moto)) {
            ObjectState gateway = bench.create(Values.map("subnet_id", network.subnet(), "allocation_id", address));

            assertThat(gateway.attributes().get("allocation_id")).isEqualTo(address);
            assertThat(gateway.attributes().text("public_ip").orElseThrow()).matches("[\\d.]+");
            assertThat(gateway.attributes().text("private_ip").orElseThrow()).matches("[\\d.]+");
            assertThat(gateway.attributes().text("network_interface_id").orElseThrow())
                    .startsWith("eni-");
        }
    }

    @Test
    void hasNoPublicAddressWhenItIsPrivate(MotoServer moto) throws Exception {
        Network network = new Network(moto);
        try (Bench bench = Bench.of("aws_nat_gateway", moto)) {
            ObjectState gateway =
                    bench.create(Values.map("subnet_id", network.subnet(), "connectivity_type", "private"));

            assertThat(gateway.attributes().get("allocation_id")).isEqualTo(Value.ofNull());
            assertThat(gateway.attributes().text("public_ip")).hasValue("");
            assertThat(bench.read(gateway)).isEqualTo(new ReadResult.Present(gateway));
        }
    }

    @Test
    void waitsUntilItIsAvailable() throws Exception {
        FakeTime time = new FakeTime();
        try (FakeAws aws = new FakeAws();
                Bench bench = bench(aws, time)) {
            aws.answers(CREATED)
                    .answers(described("pending"))
                    .answers(described("pending"))
                    .answers(described("available"))
                    .answers(described("available"));

            bench.create(PRIVATE);

            assertThat(aws.actions())
                    .containsExactly(
                            "CreateNatGateway",
                            "DescribeNatGateways",
                            "DescribeNatGateways",
                            "DescribeNatGateways",
                            "DescribeNatGateways");
            assertThat(time.pauses()).containsExactly(Duration.ofMillis(200));
        }
    }

    @Test
    void saysWhyItFailedAndWhatIsLeft() throws Exception {
        FakeTime time = new FakeTime();
        try (FakeAws aws = new FakeAws();
                Bench bench = bench(aws, time)) {
            aws.answers(CREATED).answers(described("pending")).answers(described("failed"));

            ProviderException failure = catchThrowableOfType(ProviderException.class, () -> bench.create(PRIVATE));

            assertThat(failure.diagnostic())
                    .isEqualTo(Diagnostic.error(
                                    "The NAT gateway nat-1 failed: Gateway.NotAttached",
                                    "Network vpc-1 has no Internet gateway attached.")
                            .withHint("The VPC needs its internet gateway first: dependsOn ="
                                    + " [aws_internet_gateway.NAME]."));
            assertThat(failure.object().orElseThrow().attributes().text("id")).hasValue("nat-1");
        }
    }

    @Test
    void isGoneOnceItsNetworkInterfaceIs() throws Exception {
        FakeTime time = new FakeTime();
        ObjectState gateway = new ObjectState(PRIVATE.with("id", Value.of("nat-1")));
        try (FakeAws aws = new FakeAws();
                Bench bench = bench(aws, time)) {
            aws.answers(described("available"))
                    .answers("<DeleteNatGatewayResponse/>")
                    .answers(described("deleting"))
                    .answers(described("deleted"))
                    .answers(described("deleting"))
                    .answers(described("deleting"));

            bench.delete(gateway);

            assertThat(bench.read(gateway)).isEqualTo(new ReadResult.Absent());
            assertThat(time.pauses()).containsExactly(Duration.ofMillis(200));
        }
    }

    @Test
    void isPublicWithAnAddressAndPrivateWithoutOne() {
        NatGatewayResource type = new NatGatewayResource();

        assertThat(type.validate(Values.map("subnet_id", "subnet-1", "connectivity_type", "public")))
                .containsExactly(Diagnostic.error(
                        "The public NAT gateway has no address",
                        "Set allocation_id to that of an aws_eip, or connectivity_type = 'private'."));
        assertThat(type.validate(Values.map(
                        "subnet_id", "subnet-1", "connectivity_type", "private", "allocation_id", "eipalloc-1")))
                .containsExactly(Diagnostic.error(
                        "A private NAT gateway takes no public address",
                        "Leave out allocation_id, or set connectivity_type = 'public'."));
    }
}
