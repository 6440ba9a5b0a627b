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
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(MotoExtension.class)
class SubnetResourceTest {

    private static MapValue within(MotoServer moto) throws Exception {
        try (Bench bench = Bench.of("aws_vpc", moto)) {
            ObjectState vpc =
                    bench.create(Values.map("cidr_block", "10.0.0.0/16", "assign_generated_ipv6_cidr_block", true));
            return Values.map(
                    "vpc_id",
                    vpc.attributes().get("id"),
                    "cidr_block",
                    "10.0.1.0/24",
                    "availability_zone",
                    "eu-central-1b",
                    "tags",
                    Values.map("Name", "app"));
        }
    }

    @Test
    void createsWhatIsPlannedAndReadsItBack(MotoServer moto) throws Exception {
        MapValue app = within(moto).with("map_public_ip_on_launch", Value.of(true));
        try (Bench bench = Bench.of("aws_subnet", moto)) {
            ObjectState subnet = bench.create(app);

            String id = subnet.attributes().text("id").orElseThrow();
            assertThat(subnet.attributes().text("arn")).hasValue("arn:aws:ec2:eu-central-1:123456789012:subnet/" + id);
            assertThat(subnet.attributes().text("availability_zone_id").orElseThrow())
                    .startsWith("euc1-az");
            assertThat(subnet.attributes().get("tags_all")).isEqualTo(Values.map("Name", "app", "team", "network"));
            assertThat(bench.read(subnet)).isEqualTo(new ReadResult.Present(subnet));
            assertThat(bench.plan(subnet.attributes(), app).attributes().entries())
                    .isEqualTo(subnet.attributes().entries());
        }
    }

    @Test
    void changesFlagsAndTagsInPlace(MotoServer moto) throws Exception {
        MapValue app = within(moto);
        try (Bench bench = Bench.of("aws_subnet", moto)) {
            ObjectState subnet = bench.create(app.with("map_public_ip_on_launch", Value.of(true)));

            ObjectState changed = bench.update(
                    subnet,
                    app.with("enable_resource_name_dns_a_record_on_launch", Value.of(true))
                            .with("tags", Value.ofNull()));

            assertThat(changed.attributes().get("map_public_ip_on_launch")).isEqualTo(Value.of(false));
            assertThat(changed.attributes().get("tags_all")).isEqualTo(Values.map("team", "network"));
            assertThat(bench.read(changed)).isEqualTo(new ReadResult.Present(changed));
        }
    }

    @Test
    void answersManyReadsWithTheMissingOnesAbsent(MotoServer moto) throws Exception {
        MapValue app = within(moto);
        try (Bench bench = Bench.of("aws_subnet", moto)) {
            ObjectState gone = bench.create(app);
            bench.delete(gone);
            bench.delete(gone);
            ObjectState there = bench.create(app);

            assertThat(bench.read(List.of(gone, there)))
                    .containsExactly(new ReadResult.Absent(), new ReadResult.Present(there));
        }
    }

    @Test
    void findsWhatAnInterruptedCreationMade(MotoServer moto) throws Exception {
        MapValue app = within(moto);
        try (Bench bench = Bench.of("aws_subnet", moto)) {
            ObjectState subnet = bench.create(app, "operation-1");

            assertThat(bench.type().recover(bench.session(), bench.request(app, "operation-1")))
                    .hasValue(subnet);
        }
    }

    @Test
    void listsAndImports(MotoServer moto) throws Exception {
        MapValue app = within(moto);
        try (Bench bench = Bench.of("aws_subnet", moto)) {
            ObjectState subnet = bench.create(app);
            String id = subnet.attributes().text("id").orElseThrow();

            assertThat(bench.type().list(bench.session())).contains(id);
            assertThat(bench.type().importObject(bench.session(), id)).hasValue(subnet);
            assertThat(bench.type().importObject(bench.session(), "subnet-0123456789abcdef0"))
                    .isEmpty();
        }
    }

    @Test
    void refusesZoneNameAndZoneIdTogether() {
        assertThat(new SubnetResource()
                        .validate(Values.map(
                                "vpc_id",
                                "vpc-1",
                                "availability_zone",
                                "eu-central-1a",
                                "availability_zone_id",
                                "euc1-az2")))
                .containsExactly(Diagnostic.error(
                        "availability_zone conflicts with availability_zone_id", "Set one of them, or neither."));
    }
}
