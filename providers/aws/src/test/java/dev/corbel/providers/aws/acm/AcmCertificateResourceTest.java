package dev.corbel.providers.aws.acm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.emulators.MotoExtension;
import dev.corbel.emulators.MotoServer;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.Bench;
import dev.corbel.providers.conformance.Values;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(MotoExtension.class)
class AcmCertificateResourceTest {
    private static final MapValue ACME = Values.map(
            "domain_name",
            "acme.example",
            "subject_alternative_names",
            List.of("*.acme.example"),
            "validation_method",
            "DNS");

    @Test
    void saysByWhichRecordsTheDomainsAreValidated(MotoServer moto) throws Exception {
        try (Bench bench = Bench.of("aws_acm_certificate", moto)) {
            ObjectState certificate = bench.create(ACME);

            assertThat(((ListValue) certificate.attributes().get("domain_validation_options")).elements())
                    .extracting(entry -> ((MapValue) entry).text("domain_name").orElseThrow())
                    .containsExactlyInAnyOrder("acme.example", "*.acme.example");
            assertThat(certificate.attributes().entries())
                    .containsEntry("status", Value.of("PENDING_VALIDATION"))
                    .containsEntry("type", Value.of("AMAZON_ISSUED"))
                    .containsEntry("key_algorithm", Value.of("RSA_2048"))
                    .containsEntry("options", Value.ofNull())
                    .containsEntry("renewal_summary", Value.list())
                    .containsEntry("tags_all", Values.map("team", "network"));
            assertThat(bench.read(certificate)).isEqualTo(new ReadResult.Present(certificate));
            assertThat(bench.plan(certificate.attributes(), ACME).attributes()).isEqualTo(certificate.attributes());
        }
    }

    @Test
    void foreseesAnEntryForEachDomain(MotoServer moto) {
        try (Bench bench = Bench.of("aws_acm_certificate", moto)) {
            assertThat(bench.plan(Value.ofNull(), ACME).attributes().get("domain_validation_options"))
                    .isEqualTo(Value.list(entry("*.acme.example"), entry("acme.example")));
            assertThat(bench.plan(Value.ofNull(), ACME.with("validation_method", Value.of("EMAIL")))
                            .attributes()
                            .get("domain_validation_options"))
                    .isEqualTo(Value.unknown());
            assertThat(bench.plan(Value.ofNull(), ACME.with("subject_alternative_names", Value.unknown()))
                            .attributes()
                            .get("domain_validation_options"))
                    .isEqualTo(Value.unknown());
        }
    }

    private static MapValue entry(String domain) {
        return Values.map(
                "domain_name",
                domain,
                "resource_record_name",
                Value.unknown(),
                "resource_record_type",
                Value.unknown(),
                "resource_record_value",
                Value.unknown());
    }

    @Test
    void changesTagsInPlaceAndKeepsItsOwn(MotoServer moto) throws Exception {
        try (Bench bench = Bench.of("aws_acm_certificate", moto)) {
            ObjectState certificate = bench.create(ACME, "operation-1");

            ObjectState changed = bench.update(certificate, ACME.with("tags", Values.map("stage", "test")));

            assertThat(changed.attributes().get("tags_all")).isEqualTo(Values.map("stage", "test", "team", "network"));
            assertThat(bench.type().recover(bench.session(), bench.request(ACME, "operation-1")))
                    .isPresent();
        }
    }
}
