package dev.corbel.providers.conformance;

import dev.corbel.providers.api.IdentityClass;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.util.Map;
import java.util.Optional;

/** Tools of one identity class. */
record ToolSpecimen(String type, IdentityClass identity) implements Specimen {
    @Override
    public MapValue configuration(String distinct) {
        return Value.map(Map.of(
                "name", Value.of(distinct),
                "identity", Value.of(identity.name()),
                "make", Value.of("iron"),
                "secret", Value.of("s3cret")));
    }

    @Override
    public MapValue changedInPlace(MapValue configuration) {
        return configuration.with("size", Value.of(2));
    }

    @Override
    public Optional<MapValue> changedByReplacement(MapValue configuration) {
        return Optional.of(configuration.with("make", Value.of("steel")));
    }

    @Override
    public Optional<MapValue> failingAfterCreation(String distinct) {
        return Optional.of(configuration(distinct).with("make", Value.of("failing")));
    }
}
