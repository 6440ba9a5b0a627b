package dev.corbel.providers.aws.route53;

import dev.corbel.emulators.MotoServer;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.MotoContract;
import dev.corbel.providers.conformance.Specimen;
import dev.corbel.providers.conformance.Values;
import java.util.Optional;

class ZoneContractTest extends MotoContract {
    ZoneContractTest(MotoServer moto) {
        super(moto);
    }

    @Override
    protected Specimen specimen() {
        return new Specimen() {
            @Override
            public String type() {
                return "aws_route53_zone";
            }

            @Override
            public MapValue configuration(String distinct) {
                return Values.map("name", distinct + ".acme.example", "tags", Values.map("Name", distinct));
            }

            @Override
            public MapValue changedInPlace(MapValue configuration) {
                return configuration.with("comment", Value.of("Ours")).with("tags", Values.map("stage", "test"));
            }

            @Override
            public Optional<MapValue> changedByReplacement(MapValue configuration) {
                return Optional.of(configuration.with("name", Value.of("another.example")));
            }

            @Override
            public String absentId() {
                return "Z0123456789ABSENT";
            }
        };
    }
}
