package dev.corbel.providers.aws.ec2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.emulators.MotoExtension;
import dev.corbel.emulators.MotoServer;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderContext;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.Bench;
import dev.corbel.providers.aws.client.FakeAws;
import dev.corbel.providers.conformance.FakeTime;
import dev.corbel.providers.conformance.Values;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(MotoExtension.class)
class InternetGatewayResourceTest {

    @Test
    void createsItAttached(MotoServer moto) throws Exception {
        Value vpc = new Network(moto).vpc();
        try (Bench bench = Bench.of("aws_internet_gateway", moto)) {
            ObjectState gateway = bench.create(Values.map("vpc_id", vpc));

            String id = gateway.attributes().text("id").orElseThrow();
            assertThat(gateway.attributes())
                    .isEqualTo(Values.map(
                            "vpc_id",
                            vpc,
                            "id",
                            id,
                            "arn",
                            "arn:aws:ec2:eu-central-1:123456789012:internet-gateway/" + id,
                            "owner_id",
                            "123456789012",
                            "tags",
                            Value.ofNull(),
                            "tags_all",
                            Values.map("team", "network")));
        }
    }

    @Test
    void movesToAnotherVpcInPlace(MotoServer moto) throws Exception {
        Value first = new Network(moto).vpc();
        Value second = new Network(moto).vpc();
        try (Bench bench = Bench.of("aws_internet_gateway", moto)) {
            ObjectState gateway = bench.create(Values.map("vpc_id", first));

            ObjectState moved = bench.update(gateway, Values.map("vpc_id", second));

            assertThat(moved.attributes()).isEqualTo(gateway.attributes().with("vpc_id", second));
            assertThat(bench.read(moved)).isEqualTo(new ReadResult.Present(moved));
        }
    }

    @Test
    void staysWhereItIsWhenTheDefinitionDoesNotSay(MotoServer moto) throws Exception {
        Value vpc = new Network(moto).vpc();
        try (Bench bench = Bench.of("aws_internet_gateway", moto)) {
            ObjectState gateway = bench.create(Values.map("vpc_id", vpc));
            MapValue named = Values.map("tags", Values.map("Name", "main"));

            ObjectState changed = bench.update(gateway, named);

            assertThat(changed.attributes().get("vpc_id")).isEqualTo(vpc);
            assertThat(bench.create(named).attributes().text("vpc_id")).hasValue("");
        }
    }

    @Test
    void detachesBeforeItIsDeleted(MotoServer moto) throws Exception {
        Value vpc = new Network(moto).vpc();
        try (Bench bench = Bench.of("aws_internet_gateway", moto)) {
            ObjectState gateway = bench.create(Values.map("vpc_id", vpc));

            bench.delete(gateway);

            assertThat(bench.read(gateway)).isEqualTo(new ReadResult.Absent());
        }
    }

    @Test
    void waitsForTheLastPublicAddressBeforeItDetaches() throws Exception {
        ObjectState gateway = new ObjectState(Values.map("id", "igw-1", "vpc_id", "vpc-1"));
        FakeTime time = new FakeTime();
        try (FakeAws aws = new FakeAws();
                Bench bench = Bench.at(
                        "aws_internet_gateway",
                        aws.endpoint(),
                        new ProviderContext(Path.of("."), "test", time, time))) {
            aws.answers("<DescribeInternetGatewaysResponse><internetGatewaySet><item>"
                            + "<internetGatewayId>igw-1</internetGatewayId><attachmentSet><item><vpcId>vpc-1</vpcId>"
                            + "<state>available</state></item></attachmentSet></item></internetGatewaySet>"
                            + "</DescribeInternetGatewaysResponse>")
                    .refuses(400, Map.of(), "DependencyViolation", "The network has some mapped public addresses.")
                    .answers("<DetachInternetGatewayResponse/>")
                    .answers("<DeleteInternetGatewayResponse/>");

            bench.delete(gateway);

            assertThat(aws.actions())
                    .containsExactly(
                            "DescribeInternetGateways",
                            "DetachInternetGateway",
                            "DetachInternetGateway",
                            "DeleteInternetGateway");
            assertThat(time.pauses()).containsExactly(Duration.ofMillis(200));
        }
    }
}
