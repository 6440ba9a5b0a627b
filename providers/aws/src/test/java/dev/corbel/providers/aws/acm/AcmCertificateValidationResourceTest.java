package dev.corbel.providers.aws.acm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

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
import java.util.List;
import org.junit.jupiter.api.Test;

class AcmCertificateValidationResourceTest {
    private static final String ARN = "arn:aws:acm:eu-central-1:123456789012:certificate/1";
    private static final MapValue ACME = Values.map("certificate_arn", ARN);

    private final FakeTime time = new FakeTime();

    private Bench bench(FakeAws aws) {
        return Bench.at(
                "aws_acm_certificate_validation",
                aws.endpoint(),
                new ProviderContext(Path.of("."), "test", time, time));
    }

    private static String certificate(String status, String more) {
        return """
                {"Certificate": {"CertificateArn": "%s", "DomainName": "acme.example", "Type": "AMAZON_ISSUED",
                 "Status": "%s", %s "DomainValidationOptions": [{"DomainName": "acme.example",
                 "ResourceRecord": {"Name": "_1.acme.example.", "Type": "CNAME", "Value": "_2.acm-validations.aws."}}]}}
                """.formatted(ARN, status, more);
    }

    private static final String ISSUED = certificate("ISSUED", "\"IssuedAt\": 1700000000,");
    private static final String PENDING = certificate("PENDING_VALIDATION", "");

    @Test
    void waitsUntilTheCertificateIsIssued() throws Exception {
        try (FakeAws aws = new FakeAws();
                Bench bench = bench(aws)) {
            aws.answers(PENDING)
                    .answers(PENDING)
                    .answers(PENDING)
                    .answers(ISSUED)
                    .answers(ISSUED)
                    .answers(PENDING);

            ObjectState validation =
                    bench.create(ACME.with("validation_record_fqdns", Value.list(Value.of("_1.acme.example"))));

            assertThat(validation.attributes())
                    .isEqualTo(Values.map(
                                    "certificate_arn",
                                    ARN,
                                    "validation_record_fqdns",
                                    List.of("_1.acme.example"),
                                    "id",
                                    "2023-11-14T22:13:20Z")
                            .with("while_waiting", Value.ofNull()));
            assertThat(time.pauses()).hasSize(2);
            assertThat(bench.read(validation)).isEqualTo(new ReadResult.Present(validation));
            assertThat(bench.read(validation)).isEqualTo(new ReadResult.Absent());
        }
    }

    @Test
    void saysWhyACertificateWasNotIssued() {
        try (FakeAws aws = new FakeAws();
                Bench bench = bench(aws)) {
            aws.answers(PENDING).answers(certificate("FAILED", "\"FailureReason\": \"CAA_ERROR\","));

            assertThatExceptionOfType(ProviderException.class)
                    .isThrownBy(() -> bench.create(ACME))
                    .satisfies(failure -> assertThat(failure.diagnostic())
                            .isEqualTo(Diagnostic.error(
                                    "The certificate of acme.example was not issued",
                                    "Its status is FAILED, because of CAA_ERROR.")));
        }
    }

    @Test
    void waitsForNoRecordThatNobodyMade() {
        try (FakeAws aws = new FakeAws();
                Bench bench = bench(aws)) {
            aws.answers(PENDING);

            assertThatExceptionOfType(ProviderException.class)
                    .isThrownBy(() ->
                            bench.create(ACME.with("validation_record_fqdns", Value.list(Value.of("_3.acme.example")))))
                    .satisfies(failure -> assertThat(failure.diagnostic())
                            .isEqualTo(Diagnostic.error(
                                    "The certificate of acme.example lacks records",
                                    "validation_record_fqdns lacks _1.acme.example.")));
        }
    }

    @Test
    void givesUpAfterAWhile() {
        try (FakeAws aws = new FakeAws();
                Bench bench = bench(aws)) {
            for (int i = 0; i < 60; i++) {
                aws.answers(PENDING);
            }

            assertThatExceptionOfType(ProviderException.class)
                    .isThrownBy(() -> bench.create(ACME))
                    .satisfies(failure -> assertThat(failure.diagnostic().summary())
                            .isEqualTo("Waited 20 seconds for the certificate of acme.example to be issued"));
        }
    }
}
