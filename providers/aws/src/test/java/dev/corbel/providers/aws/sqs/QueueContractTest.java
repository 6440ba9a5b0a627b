package dev.corbel.providers.aws.sqs;

import dev.corbel.emulators.MotoServer;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.MotoContract;
import dev.corbel.providers.conformance.Specimen;
import dev.corbel.providers.conformance.Values;
import java.util.Optional;

class QueueContractTest extends MotoContract {
    QueueContractTest(MotoServer moto) {
        super(moto);
    }

    @Override
    protected Specimen specimen() {
        return new Specimen() {
            @Override
            public String type() {
                return "aws_sqs_queue";
            }

            @Override
            public MapValue configuration(String distinct) {
                return Values.map("name", "jobs-" + distinct, "tags", Values.map("Name", distinct));
            }

            @Override
            public MapValue changedInPlace(MapValue configuration) {
                return configuration
                        .with("visibility_timeout_seconds", Value.of(120))
                        .with("tags", Values.map("stage", "test"));
            }

            @Override
            public Optional<MapValue> changedByReplacement(MapValue configuration) {
                return Optional.of(configuration.with("name", Value.of("other")));
            }

            @Override
            public String absentId() {
                return "https://sqs.eu-central-1.amazonaws.com/123456789012/absent";
            }
        };
    }
}
