package dev.corbel.providers.aws.kms;

import dev.corbel.emulators.MotoServer;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.MotoContract;
import dev.corbel.providers.conformance.Specimen;
import dev.corbel.providers.conformance.Values;
import java.util.Optional;

class AliasContractTest extends MotoContract {

    AliasContractTest(MotoServer moto) {
        super(moto);
    }

    private Value key() {
        return prerequisite("aws_kms_key", Values.map("description", "files"));
    }

    @Override
    protected Specimen specimen() {
        return new Specimen() {
            @Override
            public String type() {
                return "aws_kms_alias";
            }

            @Override
            public MapValue configuration(String distinct) {
                return Values.map("name", "alias/" + distinct, "target_key_id", key());
            }

            @Override
            public MapValue changedInPlace(MapValue configuration) {
                return configuration.with("target_key_id", key());
            }

            @Override
            public Optional<MapValue> changedByReplacement(MapValue configuration) {
                return Optional.of(configuration.with("name", Value.of("alias/another")));
            }

            @Override
            public boolean isSetting() {
                return true;
            }

            @Override
            public String absentId() {
                return "alias/absent";
            }
        };
    }
}
