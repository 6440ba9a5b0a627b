package dev.corbel.planner.object;

import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.StringValue;
import dev.corbel.providers.api.value.Value;
import java.util.Optional;

/** The attribute {@code id} of objects. */
public final class ObjectId {
    public static final String NAME = "id";

    private ObjectId() {}

    /** The id, sensitive or not; empty where an object has none that is a text. */
    public static Optional<String> of(MapValue attributes) {
        return text(attributes.get(NAME).fullyUnmarked());
    }

    /** The id as people may see it; empty where it is sensitive, too. */
    public static Optional<String> shown(MapValue attributes) {
        return text(attributes.get(NAME));
    }

    private static Optional<String> text(Value id) {
        return id instanceof StringValue text ? Optional.of(text.value()) : Optional.empty();
    }
}
