package dev.corbel.providers.simulator;

import static dev.corbel.providers.simulator.SimulatorFixture.attributes;
import static dev.corbel.providers.simulator.SimulatorFixture.texts;

import dev.corbel.providers.api.Provider;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.conformance.ProviderContract;
import dev.corbel.providers.conformance.ResourceTypeContract;
import dev.corbel.providers.conformance.SessionContract;
import dev.corbel.providers.conformance.Specimen;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;

class SimulatorConformanceTest extends ProviderContract {

    @Override
    protected Provider provider() {
        return new SimulatorProvider();
    }

    private abstract static class ObjectContract extends ResourceTypeContract {
        @Override
        protected Provider provider() {
            return new SimulatorProvider();
        }

        @Override
        protected MapValue providerConfiguration() {
            return MapValue.EMPTY;
        }
    }

    @Nested
    class NamedObjects extends ObjectContract {
        @Override
        protected Specimen specimen() {
            return new ObjectSpecimen(true, Value.ofNull());
        }
    }

    @Nested
    class ObjectsWithoutName extends ObjectContract {
        @Override
        protected Specimen specimen() {
            return new ObjectSpecimen(false, Value.ofNull());
        }
    }

    @Nested
    class TaggedObjects extends ObjectContract {
        @Override
        protected Specimen specimen() {
            return new ObjectSpecimen(false, Value.of("tag"));
        }
    }

    @Nested
    class ObjectsWithoutIdentity extends ObjectContract {
        @Override
        protected Specimen specimen() {
            return new ObjectSpecimen(true, Value.of("none"));
        }
    }

    @Nested
    class ObjectsOfAllKinds extends SessionContract {
        @Override
        protected Provider provider() {
            return new SimulatorProvider();
        }

        @Override
        protected MapValue providerConfiguration() {
            return MapValue.EMPTY;
        }

        @Override
        protected List<Specimen> specimens() {
            return List.of(new ObjectSpecimen(true, Value.ofNull()), new ObjectSpecimen(false, Value.of("tag")));
        }
    }

    private record ObjectSpecimen(boolean named, Value identity) implements Specimen {
        @Override
        public String type() {
            return "sim_object";
        }

        @Override
        public MapValue configuration(String distinct) {
            return attributes(
                    "name",
                    named ? Value.of(distinct) : Value.ofNull(),
                    "value",
                    attributes("list", texts("a", "b")),
                    "stores",
                    Value.of(named ? "primary" : "backup"),
                    "region",
                    named ? Value.ofNull() : Value.of("eu-west-1"),
                    "identity",
                    identity);
        }

        @Override
        public MapValue changedInPlace(MapValue configuration) {
            return configuration.with("value", Value.of(2));
        }

        @Override
        public Optional<MapValue> changedByReplacement(MapValue configuration) {
            return Optional.of(configuration.with("fixed", Value.of("another")));
        }

        @Override
        public Optional<MapValue> failingAfterCreation(String distinct) {
            return Optional.of(configuration(distinct).with("fail", texts("create-partial")));
        }
    }
}
