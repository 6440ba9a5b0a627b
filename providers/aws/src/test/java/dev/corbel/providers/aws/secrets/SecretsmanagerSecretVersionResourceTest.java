package dev.corbel.providers.aws.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.corbel.emulators.MotoExtension;
import dev.corbel.emulators.MotoServer;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.ResourceType.PlanRequest;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.NumberValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.Bench;
import dev.corbel.providers.conformance.Values;
import dev.corbel.providers.kit.secret.Fingerprint;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(MotoExtension.class)
class SecretsmanagerSecretVersionResourceTest {
    private static final String TYPE = "aws_secretsmanager_secret_version";
    private static final Value BLUE = Value.list(Value.of("blue"));
    private static final Value CURRENT = Value.list(Value.of("AWSCURRENT"));

    private ObjectState secret = new ObjectState(MapValue.EMPTY);

    @BeforeEach
    void makeSecret(MotoServer moto) throws Exception {
        try (Bench bench = Bench.of("aws_secretsmanager_secret", moto)) {
            secret = bench.create(Values.map("name", "acme/orders"));
        }
    }

    private MapValue version(String attribute, String value) {
        return Values.map("secret_id", secret.attributes().get("id"), attribute, value);
    }

    private String value(Bench bench) {
        return Secrets.client(bench.session())
                .getSecretValue(call -> call.secretId("acme/orders").versionStage("AWSCURRENT"))
                .secretString();
    }

    @Test
    void theNewVersionIsTheCurrentOne(MotoServer moto) throws Exception {
        try (Bench bench = Bench.of(TYPE, moto)) {
            ObjectState first = bench.create(version("secret_string", "swordfish"));
            assertThat(first.attributes().get("version_stages")).isEqualTo(CURRENT);
            assertThat(bench.read(first)).isEqualTo(new ReadResult.Present(first));

            ObjectState second = bench.create(version("secret_string", "tuna"));

            assertThat(value(bench)).isEqualTo("tuna");
            assertThat(second.attributes().get("version_stages")).isEqualTo(CURRENT);
            assertThat(bench.read(List.of(second, first)))
                    .containsExactly(
                            new ReadResult.Present(second),
                            new ReadResult.Present(new ObjectState(
                                    first.attributes().with("version_stages", Value.list(Value.of("AWSPREVIOUS"))))));
        }
    }

    @Test
    void aWriteOnlyValueArrivesAndIsNeitherKeptNorRead(MotoServer moto) throws Exception {
        MapValue writeOnly = version("secret_string_wo", "swordfish").with("secret_string_wo_version", Value.of(1));
        try (Bench bench = Bench.of(TYPE, moto)) {
            ObjectState version = bench.type().create(bench.session(), bench.request(writeOnly, "operation-1"));

            assertThat(value(bench)).isEqualTo("swordfish");
            assertThat(version.attributes().get("secret_string_wo")).isEqualTo(Value.ofNull());
            assertThat(version.attributes().get("secret_string")).isEqualTo(Value.ofNull());
            assertThat(version.attributes().get("has_secret_string_wo")).isEqualTo(Value.of(true));
            assertThat(bench.read(version)).isEqualTo(new ReadResult.Present(version));
        }
    }

    private MapValue planned(ObjectState prior, MapValue configuration) {
        MapValue proposed = prior.attributes().with("secret_string_wo", configuration.get("secret_string_wo"));
        return new SecretsmanagerSecretVersionResource()
                .plan(new PlanRequest(prior.attributes(), configuration, proposed))
                .attributes();
    }

    @Test
    void withoutANumberOnlyAChangedValueAsksForAnotherVersion(MotoServer moto) throws Exception {
        MapValue configuration = version("secret_string_wo", "swordfish");
        try (Bench bench = Bench.of(TYPE, moto)) {
            long before = Instant.now().getEpochSecond();
            ObjectState made = bench.type().create(bench.session(), bench.request(configuration, "operation-1"));

            NumberValue number = (NumberValue) made.attributes().get("secret_string_wo_version");
            assertThat(number.value().longValue()).isBetween(before, before + 60);
            assertThat(made.attributes().toString()).doesNotContain("swordfish");
            assertThat(bench.read(made)).isEqualTo(new ReadResult.Present(made));
            assertThat(planned(made, configuration))
                    .isEqualTo(made.attributes().with("secret_string_wo", Value.of("swordfish")));
            MapValue changed = planned(made, version("secret_string_wo", "tuna"));
            assertThat(changed.get("secret_string_wo_version")).isEqualTo(Value.unknown());
            assertThat(changed.get("secret_string_wo_fingerprint")).isEqualTo(Value.unknown());
            assertThat(planned(made, configuration.with("secret_string_wo", Value.unknown()))
                            .get("secret_string_wo_version"))
                    .isEqualTo(Value.unknown());
            assertThat(planned(made, configuration.with("secret_string_wo_version", Value.of(7)))
                            .get("secret_string_wo_version"))
                    .isEqualTo(Value.of(7));
        }
    }

    @Test
    void equalValuesHaveDifferentFingerprints() {
        String one = Fingerprint.of("swordfish");

        assertThat(Fingerprint.of("swordfish")).isNotEqualTo(one);
        assertThat(Fingerprint.matches(one, "swordfish")).isTrue();
        assertThat(Fingerprint.matches(one, "tuna")).isFalse();
        assertThat(Fingerprint.matches("nothing", "swordfish")).isFalse();
        assertThat(Fingerprint.matches("?:x", "swordfish")).isFalse();
        assertThat(Objects.requireNonNull(
                                SecretsmanagerSecretVersionResource.SCHEMA.attribute("secret_string_wo_fingerprint"))
                        .isSensitive())
                .isTrue();
    }

    @Test
    void bytesTravelInBase64(MotoServer moto) throws Exception {
        try (Bench bench = Bench.of(TYPE, moto)) {
            ObjectState version = bench.create(version("secret_binary", "AAEC/w=="));

            assertThat(bench.read(version)).isEqualTo(new ReadResult.Present(version));
            assertThat(bench.type()
                            .importObject(
                                    bench.session(),
                                    version.attributes().text("id").orElseThrow()))
                    .hasValue(version);
        }
    }

    @Test
    void labelsMoveFromOneVersionToAnother(MotoServer moto) throws Exception {
        try (Bench bench = Bench.of(TYPE, moto)) {
            bench.create(version("secret_string", "swordfish"));
            MapValue candidate = version("secret_string", "tuna");
            ObjectState second = bench.create(candidate.with("version_stages", Value.list(Value.of("candidate"))));
            assertThat(value(bench)).isEqualTo("swordfish");

            ObjectState current = bench.update(second, candidate.with("version_stages", CURRENT));

            assertThat(value(bench)).isEqualTo("tuna");
            assertThat(bench.read(current)).isEqualTo(new ReadResult.Present(current));
        }
    }

    @Test
    void deletingLeavesTheCurrentVersionAndItsLabel(MotoServer moto) throws Exception {
        try (Bench bench = Bench.of(TYPE, moto)) {
            ObjectState current = bench.create(version("secret_string", "swordfish")
                    .with("version_stages", Value.list(Value.of("AWSCURRENT"), Value.of("blue"))));

            bench.delete(current);

            assertThat(bench.read(current))
                    .isEqualTo(new ReadResult.Present(
                            new ObjectState(current.attributes().with("version_stages", CURRENT))));
        }
    }

    @Test
    void versionsOfADeletedSecretAreAbsent(MotoServer moto) throws Exception {
        try (Bench bench = Bench.of(TYPE, moto);
                Bench secrets = Bench.of("aws_secretsmanager_secret", moto)) {
            ObjectState version = bench.create(version("secret_string", "swordfish"));
            secrets.delete(secret);

            assertThat(bench.read(version)).isEqualTo(new ReadResult.Absent());
            bench.delete(version);
            MapValue attributes = version.attributes();
            assertThatExceptionOfType(ProviderException.class)
                    .isThrownBy(() -> bench.update(
                            version, version("secret_string", "swordfish").with("version_stages", BLUE)))
                    .satisfies(failure -> assertThat(failure.diagnostic().summary())
                            .isEqualTo("The version "
                                    + attributes.text("version_id").orElseThrow() + " of the secret "
                                    + attributes.text("arn").orElseThrow() + " is gone"));
        }
    }

    @Test
    void refusesVersionsWithoutAValueAndWithTwo() {
        assertThat(new SecretsmanagerSecretVersionResource().validate(Values.map("secret_id", "s")))
                .containsExactly(Diagnostic.error(
                        "The version of the secret has no value",
                        "Set secret_string, secret_string_wo or secret_binary."));
        assertThat(new SecretsmanagerSecretVersionResource()
                        .validate(Values.map("secret_id", "s", "secret_string", "a", "secret_binary", "AA==")))
                .containsExactly(
                        Diagnostic.error("secret_string conflicts with secret_binary", "Set one of them, or neither."));
        assertThat(new SecretsmanagerSecretVersionResource()
                        .validate(Values.map("secret_id", "s", "secret_string_wo", "a")))
                .isEmpty();
    }
}
