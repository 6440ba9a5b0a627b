package dev.corbel.providers.aws.route53;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.corbel.emulators.MotoExtension;
import dev.corbel.emulators.MotoServer;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
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
class Route53ZoneResourceTest {
    private static final MapValue ACME = Values.map("name", "acme.example.");

    @Test
    void createsWhatIsPlannedAndReadsItBack(MotoServer moto) throws Exception {
        try (Bench bench = Bench.of("aws_route53_zone", moto)) {
            ObjectState zone = bench.create(ACME);

            String id = zone.attributes().text("id").orElseThrow();
            assertThat(zone.attributes().entries())
                    .containsEntry("name", Value.of("acme.example."))
                    .containsEntry("zone_id", Value.of(id))
                    .containsEntry("arn", Value.of("arn:aws:route53:::hostedzone/" + id))
                    .containsEntry("comment", Value.of("Managed by Corbel"))
                    .containsEntry("vpc", Value.list())
                    .containsEntry("primary_name_server", Value.of("ns-2048.awsdns-64.com"))
                    .containsEntry("tags_all", Values.map("team", "network"));
            assertThat(bench.read(zone)).isEqualTo(new ReadResult.Present(zone));
            assertThat(bench.read(List.of(zone, zone)))
                    .containsExactly(new ReadResult.Present(zone), new ReadResult.Present(zone));
            assertThat(bench.plan(zone.attributes(), ACME).attributes()).isEqualTo(zone.attributes());
        }
    }

    @Test
    void isDeletedWithRecordsOnlyWhenToldTo(MotoServer moto) throws Exception {
        try (Bench bench = Bench.of("aws_route53_zone", moto);
                Bench records = Bench.of("aws_route53_record", moto)) {
            ObjectState zone = bench.create(ACME);
            records.create(Values.map(
                    "zone_id",
                    zone.attributes().get("id"),
                    "name",
                    "www",
                    "type",
                    "CNAME",
                    "ttl",
                    60,
                    "records",
                    List.of("acme.example")));

            assertThatExceptionOfType(ProviderException.class)
                    .isThrownBy(() -> bench.delete(zone))
                    .satisfies(failure -> assertThat(failure.diagnostic())
                            .isEqualTo(Diagnostic.error(
                                            "The zone \"acme.example.\" is not empty",
                                            "Route 53 deletes zones only that have no records but those that every"
                                                    + " zone has. Nothing was deleted.")
                                    .withHint("Delete its records; or apply force_destroy = true first, which then"
                                            + " deletes them with it.")));

            ObjectState forced = bench.update(zone, ACME.with("force_destroy", Value.of(true)));
            bench.delete(forced);

            assertThat(bench.read(forced)).isEqualTo(new ReadResult.Absent());
        }
    }

    @Test
    void isSeenByItsVpcs(MotoServer moto) throws Exception {
        MapValue home = Values.map("vpc_id", "vpc-1");
        MapValue away = Values.map("vpc_id", "vpc-2", "vpc_region", "eu-west-1");
        MapValue both = ACME.with("vpc", Value.list(home, away));
        try (Bench bench = Bench.of("aws_route53_zone", moto)) {
            ObjectState zone = bench.create(both);

            assertThat(zone.attributes().get("vpc"))
                    .isEqualTo(Value.list(home.with("vpc_region", Value.of("eu-central-1")), away));
            assertThat(bench.read(List.of(zone, zone)))
                    .containsExactly(new ReadResult.Present(zone), new ReadResult.Present(zone));

            ObjectState one = bench.update(zone, ACME.with("vpc", Value.list(away)));
            assertThat(one.attributes().get("vpc")).isEqualTo(Value.list(away));
        }
    }

    @Test
    void becomesPrivateOnlyAnew(MotoServer moto) throws Exception {
        try (Bench bench = Bench.of("aws_route53_zone", moto)) {
            ObjectState zone = bench.create(ACME);

            assertThat(bench.plan(zone.attributes(), ACME.with("vpc", Value.list(Values.map("vpc_id", "vpc-1"))))
                            .replacedFor())
                    .extracting(Object::toString)
                    .containsExactly("vpc");
        }
    }

    @Test
    void hasNoNameServersOfItsOwnWhereItIsPrivate() {
        assertThat(new Route53ZoneResource()
                        .validate(Values.map("delegation_set_id", "N1", "vpc", List.of(Values.map("vpc_id", "vpc-1")))))
                .containsExactly(Diagnostic.error(
                        "vpc conflicts with delegation_set_id",
                        "A zone with VPCs is private, and private zones have no name servers of their own."));
    }
}
