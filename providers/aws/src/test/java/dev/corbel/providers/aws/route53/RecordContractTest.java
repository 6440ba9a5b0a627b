package dev.corbel.providers.aws.route53;

import dev.corbel.emulators.MotoServer;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.MotoContract;
import dev.corbel.providers.conformance.Specimen;
import dev.corbel.providers.conformance.Values;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

class RecordContractTest extends MotoContract {
    private @Nullable Value zone;

    RecordContractTest(MotoServer moto) {
        super(moto);
    }

    private synchronized Value zone() {
        Value present = zone;
        if (present == null) {
            present = prerequisite("aws_route53_zone", Values.map("name", "acme.example"));
            zone = present;
        }
        return present;
    }

    @Override
    protected Specimen specimen() {
        return new Specimen() {
            @Override
            public String type() {
                return "aws_route53_record";
            }

            @Override
            public MapValue configuration(String distinct) {
                return Values.map(
                        "zone_id",
                        zone(),
                        "name",
                        distinct.toLowerCase(Locale.ROOT) + ".acme.example",
                        "type",
                        "A",
                        "ttl",
                        300,
                        "records",
                        List.of("192.0.2.2", "192.0.2.1"));
            }

            @Override
            public MapValue changedInPlace(MapValue configuration) {
                return configuration.with("ttl", Value.of(60)).with("records", Value.list(Value.of("192.0.2.3")));
            }

            @Override
            public Optional<MapValue> changedByReplacement(MapValue configuration) {
                return Optional.of(configuration.with("name", Value.of("another.acme.example")));
            }

            @Override
            public boolean isSetting() {
                return true;
            }

            @Override
            public String absentId() {
                return zone() + "_absent.acme.example_A";
            }
        };
    }
}
