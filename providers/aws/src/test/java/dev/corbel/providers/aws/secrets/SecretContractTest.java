package dev.corbel.providers.aws.secrets;

import dev.corbel.emulators.MotoServer;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.MotoContract;
import dev.corbel.providers.conformance.Specimen;
import dev.corbel.providers.conformance.Values;
import java.util.Optional;

class SecretContractTest extends MotoContract {

    SecretContractTest(MotoServer moto) {
        super(moto);
    }

    @Override
    protected Specimen specimen() {
        return new Specimen() {
            @Override
            public String type() {
                return "aws_secretsmanager_secret";
            }

            @Override
            public MapValue configuration(String distinct) {
                return Values.map(
                        "name", "acme/" + distinct, "description", distinct, "tags", Values.map("Name", distinct));
            }

            @Override
            public MapValue changedInPlace(MapValue configuration) {
                return configuration
                        .with("description", Value.of("other"))
                        .with("kms_key_id", Value.of("alias/files"))
                        .with("tags", Values.map("stage", "test"));
            }

            @Override
            public Optional<MapValue> changedByReplacement(MapValue configuration) {
                return Optional.of(configuration.with("name", Value.of("acme/another")));
            }

            @Override
            public String absentId() {
                return "arn:aws:secretsmanager:eu-central-1:123456789012:secret:absent-AbCdEf";
            }
        };
    }
}
