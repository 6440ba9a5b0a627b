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
class Route53RecordResourceTest {
    private static final Route53RecordResource TYPE = new Route53RecordResource();

    private static Value zone(MotoServer moto) throws Exception {
        try (Bench bench = Bench.of("aws_route53_zone", moto)) {
            return bench.create(Values.map("name", "acme.example")).attributes().get("id");
        }
    }

    private static MapValue record(Value zone, String name, String type, String... records) {
        return Values.map(
                "zone_id", zone, "name", name, "type", type, "ttl", 300, "records", List.of((Object[]) records));
    }

    private static MapValue alias(Value zone, String name) {
        return Values.map(
                "zone_id",
                zone,
                "name",
                "www",
                "type",
                "A",
                "alias",
                Values.map("name", name, "zone_id", "Z2P70J7EXAMPLE", "evaluate_target_health", true));
    }

    @Test
    void isKnownByZoneNameAndType(MotoServer moto) throws Exception {
        Value zone = zone(moto);
        MapValue www = record(zone, "www", "A", "192.0.2.1");
        try (Bench bench = Bench.of("aws_route53_record", moto)) {
            assertThat(bench.plan(Value.ofNull(), www).attributes().get("id")).isEqualTo(Value.of(zone + "_www_A"));

            ObjectState record = bench.create(www);

            assertThat(record.attributes().text("fqdn")).hasValue("www.acme.example");
            assertThat(bench.read(record)).isEqualTo(new ReadResult.Present(record));
            assertThat(bench.type().importObject(bench.session(), zone + "_www_A"))
                    .hasValue(record);
            assertThat(bench.type().list(bench.session()))
                    .containsExactlyInAnyOrder(
                            zone + "_acme.example_NS", zone + "_acme.example_SOA", zone + "_www.acme.example_A");
        }
    }

    @Test
    void pointsToALoadBalancerHoweverItsNameIsWritten(MotoServer moto) throws Exception {
        MapValue www = alias(zone(moto), "Web-1.eu-central-1.elb.amazonaws.com");
        try (Bench bench = Bench.of("aws_route53_record", moto)) {
            ObjectState record = bench.create(www);

            assertThat(record.attributes().get("ttl")).isEqualTo(Value.ofNull());
            assertThat(bench.read(record)).isEqualTo(new ReadResult.Present(record));
            assertThat(bench.plan(record.attributes(), www).attributes()).isEqualTo(record.attributes());
            bench.delete(record);
            assertThat(bench.read(record)).isEqualTo(new ReadResult.Absent());
        }
    }

    @Test
    void writesTextsWithoutQuotes(MotoServer moto) throws Exception {
        MapValue text = record(zone(moto), "_dmarc", "TXT", "v=DMARC1; p=none");
        try (Bench bench = Bench.of("aws_route53_record", moto)) {
            ObjectState record = bench.create(text);

            assertThat(Route53.client(bench.session())
                            .listResourceRecordSets(request -> request.hostedZoneId(
                                            text.text("zone_id").orElseThrow())
                                    .startRecordName("_dmarc.acme.example")
                                    .startRecordType("TXT"))
                            .resourceRecordSets()
                            .get(0)
                            .resourceRecords()
                            .get(0)
                            .value())
                    .isEqualTo("\"v=DMARC1; p=none\"");
            assertThat(bench.read(record)).isEqualTo(new ReadResult.Present(record));
        }
    }

    @Test
    void keepsWeightsApart(MotoServer moto) throws Exception {
        Value zone = zone(moto);
        MapValue blue = record(zone, "www", "A", "192.0.2.1")
                .with("set_identifier", Value.of("blue"))
                .with("weighted_routing_policy", Values.map("weight", 90));
        MapValue green = record(zone, "www", "A", "192.0.2.2")
                .with("set_identifier", Value.of("green"))
                .with("weighted_routing_policy", Values.map("weight", 10));
        try (Bench bench = Bench.of("aws_route53_record", moto)) {
            ObjectState one = bench.create(blue);
            ObjectState other = bench.create(green);

            assertThat(one.attributes().text("id")).hasValue(zone + "_www_A_blue");
            assertThat(bench.read(List.of(one, other, one, other)))
                    .containsExactly(
                            new ReadResult.Present(one),
                            new ReadResult.Present(other),
                            new ReadResult.Present(one),
                            new ReadResult.Present(other));
        }
    }

    @Test
    void replacesNoRecordOfSomebodyElseUnlessToldTo(MotoServer moto) throws Exception {
        Value zone = zone(moto);
        MapValue ours = record(zone, "www.acme.example", "A", "192.0.2.1");
        try (Bench bench = Bench.of("aws_route53_record", moto)) {
            ObjectState record = bench.create(ours);
            bench.update(record, ours.with("ttl", Value.of(60)));

            assertThatExceptionOfType(ProviderException.class)
                    .isThrownBy(() -> bench.create(ours))
                    .satisfies(failure -> assertThat(failure.diagnostic())
                            .isEqualTo(Diagnostic.error(
                                            "The record A \"www.acme.example\" is there already",
                                            "The zone " + zone
                                                    + " has a record of this name and type that says something else.")
                                    .withHint("To manage it: adopt('aws_route53_record.test') { id = '" + zone
                                            + "_www.acme.example_A' }. To replace it: allow_overwrite = true.")));

            ObjectState replaced = bench.create(ours.with("allow_overwrite", Value.of(true)));
            assertThat(bench.read(replaced)).isEqualTo(new ReadResult.Present(replaced));
        }
    }

    @Test
    void refusesIdsThatAreNone(MotoServer moto) {
        try (Bench bench = Bench.of("aws_route53_record", moto)) {
            assertThatExceptionOfType(ProviderException.class)
                    .isThrownBy(() -> bench.type().importObject(bench.session(), "www.acme.example"))
                    .satisfies(failure -> assertThat(failure.diagnostic())
                            .isEqualTo(Diagnostic.error(
                                    "\"www.acme.example\" is no id of a record",
                                    "It must be ZONE_name_TYPE, or ZONE_name_TYPE_set, such as"
                                            + " Z123_www.acme.example_A.")));
        }
    }

    @Test
    void readsNamesFromIdsWithUnderscoresInThem() {
        assertThat(RecordId.parse("Z1__dmarc.acme.example_TXT"))
                .hasValue(new RecordId("Z1", "_dmarc.acme.example", "TXT", null));
        assertThat(RecordId.parse("Z1_www_A_blue_1")).hasValue(new RecordId("Z1", "www", "A", "blue_1"));
        assertThat(DomainNames.plain("\\052.Acme.example.")).isEqualTo("*.acme.example");
    }

    @Test
    void saysWhatDoesNotGoTogether() {
        MapValue www = record(Value.of("Z1"), "www", "A", "192.0.2.1");
        MapValue weighted = www.with("weighted_routing_policy", Values.map("weight", 1));
        assertThat(TYPE.validate(www)).isEmpty();
        assertThat(TYPE.validate(www.with("alias", Values.map("name", "x"))))
                .containsExactly(Diagnostic.error(
                        "alias conflicts with records", "A record has answers of its own, or those of another."));
        assertThat(TYPE.validate(www.with("records", Value.ofNull())))
                .containsExactly(
                        Diagnostic.error("The record has no answers", "Set records and ttl, or write a block alias."));
        assertThat(TYPE.validate(www.with("ttl", Value.ofNull())))
                .containsExactly(Diagnostic.error("ttl is missing", "Records that are no alias need it."));
        assertThat(TYPE.validate(alias(Value.of("Z1"), "x").with("ttl", Value.of(60))))
                .containsExactly(Diagnostic.error("alias conflicts with ttl", "An alias has the ttl of its target."));
        assertThat(TYPE.validate(weighted))
                .containsExactly(Diagnostic.error(
                        "set_identifier is missing", "A record with a routing policy is one of several of its name."));
        assertThat(TYPE.validate(weighted.with("latency_routing_policy", Values.map("region", "eu-west-1"))))
                .containsExactly(Diagnostic.error(
                        "latency_routing_policy conflicts with weighted_routing_policy",
                        "A record has one routing policy."));
    }
}
