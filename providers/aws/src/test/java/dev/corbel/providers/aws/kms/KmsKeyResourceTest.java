package dev.corbel.providers.aws.kms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.corbel.emulators.MotoExtension;
import dev.corbel.emulators.MotoServer;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderContext;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.Bench;
import dev.corbel.providers.aws.client.FakeAws;
import dev.corbel.providers.conformance.FakeTime;
import dev.corbel.providers.conformance.Values;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(MotoExtension.class)
class KmsKeyResourceTest {
    private static final String POLICY = """
            {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "123456789012"},
             "Action": "kms:*", "Resource": "*"}]}
            """;
    private static final String SAME =
            "{\"Statement\":{\"Principal\":{\"AWS\":\"arn:aws:iam::123456789012:root\"},\"Action\":[\"kms:*\"],"
                    + "\"Resource\":\"*\",\"Effect\":\"Allow\"},\"Version\":\"2012-10-17\"}";

    private final FakeTime time = new FakeTime();

    private static String id(ObjectState key) {
        return key.attributes().text("id").orElseThrow();
    }

    @Test
    void createsWhatIsPlannedAndReadsItBack(MotoServer moto) throws Exception {
        MapValue files = Values.map(
                "description", "files", "policy", POLICY, "enable_key_rotation", true, "deletion_window_in_days", 7);
        try (Bench bench = Bench.of("aws_kms_key", moto)) {
            ObjectState key = bench.create(files);

            assertThat(key.attributes().text("arn")).hasValue("arn:aws:kms:eu-central-1:123456789012:key/" + id(key));
            assertThat(key.attributes().get("rotation_period_in_days")).isEqualTo(Value.of(365));
            assertThat(key.attributes().get("tags_all")).isEqualTo(Values.map("team", "network"));
            assertThat(bench.read(key)).isEqualTo(new ReadResult.Present(key));
            assertThat(bench.plan(key.attributes(), files.with("policy", Value.of(SAME)))
                            .attributes()
                            .entries())
                    .isEqualTo(key.attributes().entries());
        }
    }

    @Test
    void changesEverythingThatCanBeChanged(MotoServer moto) throws Exception {
        MapValue files = Values.map("description", "files", "is_enabled", false, "enable_key_rotation", true);
        try (Bench bench = Bench.of("aws_kms_key", moto)) {
            ObjectState key = bench.create(files);
            assertThat(key.attributes().get("is_enabled")).isEqualTo(Value.of(false));

            ObjectState changed = bench.update(
                    key, Values.map("description", "", "policy", POLICY, "tags", Values.map("stage", "test")));

            assertThat(changed.attributes().get("is_enabled")).isEqualTo(Value.of(true));
            assertThat(changed.attributes().get("enable_key_rotation")).isEqualTo(Value.of(false));
            assertThat(changed.attributes().text("policy")).hasValue(POLICY);
            assertThat(changed.attributes().get("tags_all")).isEqualTo(Values.map("stage", "test", "team", "network"));
            assertThat(bench.read(changed)).isEqualTo(new ReadResult.Present(changed));
        }
    }

    @Test
    void aKeyThatWillBeDeletedIsAbsent(MotoServer moto) throws Exception {
        try (Bench bench = Bench.of("aws_kms_key", moto)) {
            ObjectState gone = bench.create(Values.map("deletion_window_in_days", 7));
            ObjectState there = bench.create(Values.map("description", "files"));
            bench.delete(gone);
            bench.delete(gone);

            assertThat(bench.read(List.of(gone, there)))
                    .containsExactly(new ReadResult.Absent(), new ReadResult.Present(there));
            assertThat(bench.type().list(bench.session())).contains(id(there)).doesNotContain(id(gone));
            assertThat(bench.type().importObject(bench.session(), id(gone))).isEmpty();
        }
    }

    @Test
    void saysThatAKeyIsGone(MotoServer moto) throws Exception {
        try (Bench bench = Bench.of("aws_kms_key", moto)) {
            ObjectState gone = bench.create(Values.map());
            bench.delete(gone);

            assertThatExceptionOfType(ProviderException.class)
                    .isThrownBy(() -> bench.update(gone, Values.map("description", "files")))
                    .satisfies(failure ->
                            assertThat(failure.diagnostic().summary()).isEqualTo("The key " + id(gone) + " is gone"));
        }
    }

    @Test
    void saysThatAChangeDoesNotShow(MotoServer moto) throws Exception {
        ProviderContext context = new ProviderContext(Path.of("."), "test", time, time);
        try (Bench bench = Bench.of("aws_kms_key", moto, context)) {
            // The emulator always answers with a year.
            MapValue often = Values.map("enable_key_rotation", true, "rotation_period_in_days", 90);

            assertThatExceptionOfType(ProviderException.class)
                    .isThrownBy(() -> bench.create(often))
                    .satisfies(failure -> {
                        String id = id(failure.object().orElseThrow());
                        assertThat(failure.diagnostic().summary())
                                .isEqualTo("Waited 20 seconds for the key " + id + " to show as planned");
                    });
        }
    }

    @Test
    void asymmetricKeysAreNotRotated(MotoServer moto) throws Exception {
        try (Bench bench = Bench.of("aws_kms_key", moto)) {
            ObjectState key =
                    bench.create(Values.map("key_usage", "SIGN_VERIFY", "customer_master_key_spec", "ECC_NIST_P256"));

            assertThat(key.attributes().get("enable_key_rotation")).isEqualTo(Value.of(false));
            assertThat(bench.read(key)).isEqualTo(new ReadResult.Present(key));
        }
    }

    @Test
    void theRotationPeriodIsUnknownWhileRotationChanges(MotoServer moto) throws Exception {
        try (Bench bench = Bench.of("aws_kms_key", moto)) {
            ObjectState key = bench.create(Values.map("description", "files"));
            MapValue rotated = Values.map("description", "files", "enable_key_rotation", true);

            assertThat(bench.plan(key.attributes(), rotated).attributes().get("rotation_period_in_days"))
                    .isEqualTo(Value.unknown());
            assertThat(bench.plan(key.attributes(), rotated.with("rotation_period_in_days", Value.of(90)))
                            .attributes()
                            .get("rotation_period_in_days"))
                    .isEqualTo(Value.of(90));
        }
    }

    @Test
    void waitsForPrincipalsThatAreNew() throws Exception {
        try (FakeAws aws = new FakeAws();
                Bench bench = Bench.at(
                        "aws_kms_key", aws.endpoint(), new ProviderContext(Path.of("."), "test", time, time))) {
            refuse(aws, "MalformedPolicyDocumentException", "Policy contains a statement with invalid principals.");
            refuse(aws, "MalformedPolicyDocumentException", "The new key policy will not allow you to update it.");

            assertThatExceptionOfType(ProviderException.class)
                    .isThrownBy(() -> bench.create(Values.map("policy", POLICY)))
                    .satisfies(failure -> {
                        assertThat(failure.diagnostic().summary())
                                .isEqualTo("KMS CreateKey failed: MalformedPolicyDocumentException");
                        assertThat(failure.object()).isEmpty();
                    });
            assertThat(time.pauses()).containsExactly(Duration.ofMillis(200));
        }
    }

    private static void refuse(FakeAws aws, String code, String message) {
        aws.answers(
                400,
                Map.of("Content-Type", "application/x-amz-json-1.1"),
                "{\"__type\": \"" + code + "\", \"message\": \"" + message + "\"}");
    }
}
