package dev.corbel.providers.aws.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.corbel.emulators.MotoExtension;
import dev.corbel.emulators.MotoServer;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderContext;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.Bench;
import dev.corbel.providers.aws.client.FakeAws;
import dev.corbel.providers.conformance.FakeTime;
import dev.corbel.providers.conformance.Values;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(MotoExtension.class)
class SecretsmanagerSecretResourceTest {
    private static final String TYPE = "aws_secretsmanager_secret";
    private static final Map<String, String> JSON = Map.of("Content-Type", "application/x-amz-json-1.1");
    private static final String POLICY = """
            {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "210987654321"},
             "Action": "secretsmanager:GetSecretValue", "Resource": "*"}]}
            """;
    private static final MapValue SECRET = Values.map("name", "acme/orders", "description", "for orders");

    private final FakeTime time = new FakeTime();

    private Bench bench(FakeAws aws) {
        return Bench.at(TYPE, aws.endpoint(), new ProviderContext(Path.of("."), "test", time, time));
    }

    @Test
    void createsWhatIsPlannedAndReadsItBack(MotoServer moto) throws Exception {
        MapValue shared = SECRET.with("policy", Value.of(POLICY));
        try (Bench bench = Bench.of(TYPE, moto)) {
            ObjectState secret = bench.create(shared);

            assertThat(secret.attributes().text("arn").orElseThrow())
                    .startsWith("arn:aws:secretsmanager:eu-central-1:123456789012:secret:acme/orders-");
            assertThat(secret.attributes().get("id"))
                    .isEqualTo(secret.attributes().get("arn"));
            assertThat(secret.attributes().get("tags_all")).isEqualTo(Values.map("team", "network"));
            assertThat(bench.read(secret)).isEqualTo(new ReadResult.Present(secret));
            assertThat(bench.plan(secret.attributes(), shared).attributes().entries())
                    .isEqualTo(secret.attributes().entries());
        }
    }

    @Test
    void bringsBackASecretOfItsOwnThatWaitsForItsDeletion(MotoServer moto) throws Exception {
        try (Bench bench = Bench.of(TYPE, moto)) {
            ObjectState first = bench.create(SECRET.with("tags", Values.map("old", "yes")), "operation-1");
            bench.delete(first);

            ObjectState second = bench.create(SECRET.with("description", Value.of("again")), "operation-2");

            assertThat(second.attributes().get("arn"))
                    .isEqualTo(first.attributes().get("arn"));
            assertThat(second.attributes().get("tags_all")).isEqualTo(Values.map("team", "network"));
            assertThat(bench.read(second)).isEqualTo(new ReadResult.Present(second));
        }
    }

    @Test
    void takesThePolicyAway(MotoServer moto) throws Exception {
        try (Bench bench = Bench.of(TYPE, moto)) {
            ObjectState shared = bench.create(SECRET.with("policy", Value.of(POLICY)));

            ObjectState secret = bench.update(shared, SECRET.with("policy", Value.of("{}")));

            assertThat(secret.attributes().text("policy")).hasValue("{}");
            assertThat(bench.read(secret)).isEqualTo(new ReadResult.Present(secret));
            assertThat(bench.type()
                            .importObject(bench.session(), "acme/orders")
                            .orElseThrow()
                            .attributes()
                            .get("policy"))
                    .isEqualTo(Value.ofNull());
        }
    }

    @Test
    void aDeletedSecretIsAbsentThoughItsNameIsInUse(MotoServer moto) throws Exception {
        try (Bench bench = Bench.of(TYPE, moto)) {
            ObjectState secret = bench.create(SECRET);
            bench.delete(secret);
            bench.delete(secret);

            assertThat(bench.read(secret)).isEqualTo(new ReadResult.Absent());
            String arn = secret.attributes().text("id").orElseThrow();
            assertThatExceptionOfType(ProviderException.class)
                    .isThrownBy(() -> bench.update(secret, Values.map("name", "acme/orders")))
                    .satisfies(failure ->
                            assertThat(failure.diagnostic().summary()).isEqualTo("The secret " + arn + " is gone"));
            assertThat(bench.type().list(bench.session())).doesNotContain(arn);
        }
    }

    @Test
    void withoutARecoveryWindowTheNameIsFreeAtOnce(MotoServer moto) throws Exception {
        MapValue brief = SECRET.with("recovery_window_in_days", Value.of(0));
        try (Bench bench = Bench.of(TYPE, moto)) {
            bench.delete(bench.create(brief));

            ObjectState secret = bench.create(brief);

            assertThat(bench.read(secret)).isEqualTo(new ReadResult.Present(secret));
        }
    }

    @Test
    void aSecretOfSomebodyElseIsNotTaken(MotoServer moto) throws Exception {
        try (Bench bench = Bench.of(TYPE, moto)) {
            bench.create(SECRET);

            assertThatExceptionOfType(ProviderException.class)
                    .isThrownBy(() -> bench.create(SECRET))
                    .satisfies(failure -> assertThat(failure.diagnostic())
                            .isEqualTo(Diagnostic.error(
                                            "The secret \"acme/orders\" is there already",
                                            "This account has a secret of this name that Corbel did not create here.")
                                    .withHint("To manage it: adopt('aws_secretsmanager_secret.test') { id ="
                                            + " 'acme/orders' }.")));
        }
    }

    @Test
    void waitsForTheNameOfADeletedSecret() throws Exception {
        try (FakeAws aws = new FakeAws();
                Bench bench = bench(aws)) {
            String described = "{\"ARN\": \"arn:1\", \"Name\": \"acme/orders\", \"Description\": \"for orders\","
                    + " \"Tags\": [{\"Key\": \"team\", \"Value\": \"network\"}]}";
            aws.answers(
                            400,
                            JSON,
                            "{\"__type\": \"InvalidRequestException\", \"message\": \"You can't create this secret"
                                    + " because a secret with this name is already scheduled for deletion.\"}")
                    .answers(200, JSON, "{\"ARN\": \"arn:0\", \"Name\": \"acme/orders\", \"DeletedDate\": 1}")
                    .answers(200, JSON, "{\"ARN\": \"arn:1\", \"Name\": \"acme/orders\"}")
                    .answers(200, JSON, described)
                    .answers(200, JSON, "{\"ARN\": \"arn:1\", \"Name\": \"acme/orders\"}");

            assertThat(bench.create(SECRET).attributes().text("id")).hasValue("arn:1");
            assertThat(time.pauses()).hasSize(1);
        }
    }

    @Test
    void theRecoveryWindowIsNoneOrSevenToThirtyDays() {
        Attribute window = Objects.requireNonNull(
                new SecretsmanagerSecretResource().schema().attribute("recovery_window_in_days"));

        for (int days : new int[] {0, 7, 30}) {
            assertThat(window.validations().get(0).problem(Value.of(days))).isEmpty();
        }
        for (int days : new int[] {1, 6, 31}) {
            assertThat(window.validations().get(0).problem(Value.of(days))).hasValue("must be 0 or between 7 and 30");
        }
    }

    @Test
    void refusesNameAndPrefixTogether() {
        assertThat(new SecretsmanagerSecretResource().validate(Values.map("name", "a", "name_prefix", "b")))
                .containsExactly(Diagnostic.error("name conflicts with name_prefix", "Set one of them, or neither."));
    }
}
