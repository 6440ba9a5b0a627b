package dev.corbel.providers.aws.secrets;

import dev.corbel.emulators.MotoServer;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.MotoContract;
import dev.corbel.providers.conformance.Specimen;
import dev.corbel.providers.conformance.Values;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Of versions beside the current one, since that cannot be deleted. */
class SecretVersionContractTest extends MotoContract {
    private final Map<String, Value> secrets = new ConcurrentHashMap<>();

    SecretVersionContractTest(MotoServer moto) {
        super(moto);
    }

    private Value secret(String name) {
        Value id = prerequisite("aws_secretsmanager_secret", Values.map("name", name));
        prerequisite("aws_secretsmanager_secret_version", Values.map("secret_id", id, "secret_string", "first"));
        return id;
    }

    @Override
    protected Specimen specimen() {
        return new Specimen() {
            @Override
            public String type() {
                return "aws_secretsmanager_secret_version";
            }

            @Override
            public MapValue configuration(String distinct) {
                Value secret = secrets.computeIfAbsent(distinct, SecretVersionContractTest.this::secret);
                return Values.map(
                        "secret_id", secret, "secret_string", "swordfish", "version_stages", List.of("candidate"));
            }

            @Override
            public MapValue changedInPlace(MapValue configuration) {
                return configuration.with("version_stages", Value.list(Value.of("blue"), Value.of("green")));
            }

            @Override
            public Optional<MapValue> changedByReplacement(MapValue configuration) {
                return Optional.of(configuration.with("secret_string", Value.of("tuna")));
            }

            @Override
            public String absentId() {
                return "absent|01234567-89ab-cdef-0123-456789abcdef";
            }
        };
    }
}
