package dev.corbel.providers.aws.kms;

import dev.corbel.emulators.MotoServer;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.MotoContract;
import dev.corbel.providers.conformance.Specimen;
import dev.corbel.providers.conformance.Values;
import java.util.Optional;

class KeyContractTest extends MotoContract {

    KeyContractTest(MotoServer moto) {
        super(moto);
    }

    @Override
    protected Specimen specimen() {
        return new Specimen() {
            @Override
            public String type() {
                return "aws_kms_key";
            }

            @Override
            public MapValue configuration(String distinct) {
                return Values.map(
                        "description", distinct, "enable_key_rotation", true, "tags", Values.map("Name", distinct));
            }

            @Override
            public MapValue changedInPlace(MapValue configuration) {
                return configuration
                        .with("description", Value.of("other"))
                        .with("enable_key_rotation", Value.of(false))
                        .with("is_enabled", Value.of(false))
                        .with("tags", Values.map("stage", "test"));
            }

            @Override
            public Optional<MapValue> changedByReplacement(MapValue configuration) {
                return Optional.of(configuration.with("multi_region", Value.of(true)));
            }

            @Override
            public String absentId() {
                return "01234567-89ab-cdef-0123-456789abcdef";
            }
        };
    }
}
