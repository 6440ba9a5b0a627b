package dev.corbel.providers.aws.ec2;

import dev.corbel.emulators.MotoServer;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.MotoContract;
import dev.corbel.providers.conformance.Specimen;
import dev.corbel.providers.conformance.Values;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

class EipContractTest extends MotoContract {
    private final Map<String, MapValue> configurations = new ConcurrentHashMap<>();

    EipContractTest(MotoServer moto) {
        super(moto);
    }

    @Override
    protected Specimen specimen() {
        return new Specimen() {
            @Override
            public String type() {
                return "aws_eip";
            }

            @Override
            public MapValue configuration(String distinct) {
                return configurations.computeIfAbsent(distinct, name -> Values.map("tags", Values.map("Name", name)));
            }

            @Override
            public MapValue changedInPlace(MapValue configuration) {
                return configuration.with("tags", Values.map("stage", "test"));
            }

            @Override
            public Optional<MapValue> changedByReplacement(MapValue configuration) {
                return Optional.of(configuration.with("address", Value.of("203.0.113.25")));
            }

            @Override
            public String absentId() {
                return "eipalloc-0123456789abcdef0";
            }
        };
    }
}
