package dev.corbel.providers.azure;

import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.conformance.Specimen;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A specimen of a type.
 *
 * @param type its name
 * @param made a configuration that makes one
 * @param changed the same, changed in place
 * @param replaced the same, changed so that it takes another object
 * @param absentId an id that no object has
 * @param isSetting whether making it twice is making it once
 */
public record Example(
        String type,
        Function<String, MapValue> made,
        UnaryOperator<MapValue> changed,
        Optional<UnaryOperator<MapValue>> replaced,
        String absentId,
        boolean isSetting)
        implements Specimen {

    public Example(String type, String absentId, Function<String, MapValue> made) {
        this(type, made, same -> same, Optional.empty(), absentId, false);
    }

    public Example changedBy(UnaryOperator<MapValue> change) {
        return new Example(type, made, change, replaced, absentId, isSetting);
    }

    public Example replacedBy(UnaryOperator<MapValue> change) {
        return new Example(type, made, changed, Optional.of(change), absentId, isSetting);
    }

    /** The service has no tags for it, so that an object which is as planned is taken for the planned one. */
    public Example untagged() {
        return new Example(type, made, changed, replaced, absentId, true);
    }

    @Override
    public MapValue configuration(String distinct) {
        return made.apply(distinct);
    }

    @Override
    public MapValue changedInPlace(MapValue configuration) {
        return changed.apply(configuration);
    }

    @Override
    public Optional<MapValue> changedByReplacement(MapValue configuration) {
        return replaced.map(change -> change.apply(configuration));
    }
}
