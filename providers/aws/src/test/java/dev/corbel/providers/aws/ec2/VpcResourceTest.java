package dev.corbel.providers.aws.ec2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.emulators.MotoExtension;
import dev.corbel.emulators.MotoServer;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.api.value.ValuePath;
import dev.corbel.providers.aws.Bench;
import dev.corbel.providers.conformance.Values;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(MotoExtension.class)
class VpcResourceTest {
    private static final MapValue MAIN = Values.map("cidr_block", "10.0.0.0/16", "tags", Values.map("Name", "main"));

    @Test
    void createsWhatIsPlannedAndReadsItBack(MotoServer moto) throws Exception {
        try (Bench bench = Bench.of("aws_vpc", moto)) {
            ObjectState vpc = bench.create(MAIN);

            String id = vpc.attributes().text("id").orElseThrow();
            assertThat(id).startsWith("vpc-");
            assertThat(vpc.attributes().text("arn")).hasValue("arn:aws:ec2:eu-central-1:123456789012:vpc/" + id);
            assertThat(vpc.attributes().get("tags_all")).isEqualTo(Values.map("Name", "main", "team", "network"));
            assertThat(vpc.attributes().text("main_route_table_id").orElseThrow())
                    .startsWith("rtb-");
            assertThat(vpc.attributes().text("default_security_group_id").orElseThrow())
                    .startsWith("sg-");
            assertThat(vpc.attributes().text("default_network_acl_id").orElseThrow())
                    .startsWith("acl-");
            assertThat(bench.read(vpc)).isEqualTo(new ReadResult.Present(vpc));
            assertThat(bench.plan(vpc.attributes(), MAIN).attributes().entries())
                    .isEqualTo(vpc.attributes().entries());
        }
    }

    @Test
    void changesSwitchesAndTagsInPlace(MotoServer moto) throws Exception {
        try (Bench bench = Bench.of("aws_vpc", moto)) {
            ObjectState vpc = bench.create(MAIN);

            ObjectState changed = bench.update(
                    vpc,
                    Values.map(
                            "cidr_block",
                            "10.0.0.0/16",
                            "enable_dns_hostnames",
                            true,
                            "tags",
                            Values.map("stage", "test", "team", "own")));

            assertThat(changed.attributes().get("enable_dns_hostnames")).isEqualTo(Value.of(true));
            assertThat(changed.attributes().get("tags_all")).isEqualTo(Values.map("stage", "test", "team", "own"));
            assertThat(changed.attributes().get("id"))
                    .isEqualTo(vpc.attributes().get("id"));
            assertThat(bench.read(changed)).isEqualTo(new ReadResult.Present(changed));
        }
    }

    @Test
    void answersManyReadsWithTheMissingOnesAbsent(MotoServer moto) throws Exception {
        try (Bench bench = Bench.of("aws_vpc", moto)) {
            ObjectState first = bench.create(MAIN);
            ObjectState gone = bench.create(MAIN);
            ObjectState last = bench.create(MAIN);
            bench.delete(gone);
            bench.delete(gone);

            assertThat(bench.read(List.of(first, gone, last)))
                    .containsExactly(
                            new ReadResult.Present(first), new ReadResult.Absent(), new ReadResult.Present(last));
        }
    }

    @Test
    void findsWhatAnInterruptedCreationMade(MotoServer moto) throws Exception {
        try (Bench bench = Bench.of("aws_vpc", moto)) {
            ObjectState vpc = bench.create(MAIN, "operation-1");

            assertThat(bench.type().recover(bench.session(), bench.request(MAIN, "operation-1")))
                    .hasValue(vpc);
        }
    }

    @Test
    void listsAndImports(MotoServer moto) throws Exception {
        try (Bench bench = Bench.of("aws_vpc", moto)) {
            ObjectState vpc = bench.create(MAIN);
            String id = vpc.attributes().text("id").orElseThrow();

            assertThat(bench.type().list(bench.session())).contains(id);
            assertThat(bench.type().importObject(bench.session(), id)).hasValue(vpc);
            assertThat(bench.type().importObject(bench.session(), "vpc-0123456789abcdef0"))
                    .isEmpty();
        }
    }

    @Test
    void givesAndTakesAnIpv6Range(MotoServer moto) throws Exception {
        try (Bench bench = Bench.of("aws_vpc", moto)) {
            MapValue dualStack = MAIN.with("assign_generated_ipv6_cidr_block", Value.of(true));

            ObjectState vpc = bench.create(MAIN);
            ObjectState with = bench.update(vpc, dualStack);
            ObjectState without = bench.update(with, MAIN);

            assertThat(with.attributes().text("ipv6_cidr_block").orElseThrow()).endsWith("/56");
            assertThat(without.attributes().text("ipv6_cidr_block")).hasValue("");
        }
    }

    @Test
    void leavesDedicatedHardwareInPlaceAndMovesOntoItByReplacement(MotoServer moto) {
        try (Bench bench = Bench.of("aws_vpc", moto)) {
            MapValue shared = Values.map("cidr_block", "10.0.0.0/16", "instance_tenancy", "default");
            MapValue dedicated = Values.map("cidr_block", "10.0.0.0/16", "instance_tenancy", "dedicated");

            assertThat(bench.plan(shared, dedicated).replacedFor()).containsExactly(ValuePath.of("instance_tenancy"));
            assertThat(bench.plan(dedicated, shared).replacedFor()).isEmpty();
        }
    }
}
