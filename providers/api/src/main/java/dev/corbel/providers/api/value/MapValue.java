package dev.corbel.providers.api.value;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Values by name: a map, an object, or the attributes of a resource. Keeps the order in which the entries came. */
public record MapValue(Map<String, Value> entries) implements Value {
    public static final MapValue EMPTY = new MapValue(Map.of());

    public MapValue {
        entries = entries.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    static MapValue of(Map<String, ? extends Value> entries) {
        return entries.isEmpty() ? EMPTY : new MapValue(Collections.unmodifiableMap(entries));
    }

    /** The value under a name, or null (the value) where there is none. */
    public Value get(String name) {
        Value value = entries.get(name);
        return value == null ? NullValue.NULL : value;
    }

    /** The text under a name; empty where it is absent, null, unknown or no text. */
    public Optional<String> text(String name) {
        return get(name).unmarked() instanceof StringValue text ? Optional.of(text.value()) : Optional.empty();
    }

    /** The same entries with one added or replaced. */
    public MapValue with(String name, Value value) {
        Map<String, Value> changed = new LinkedHashMap<>(entries);
        changed.put(name, value);
        return new MapValue(changed);
    }

    @Override
    public boolean isWhollyKnown() {
        return entries.values().stream().allMatch(Value::isWhollyKnown);
    }

    @Override
    public boolean containsSensitive() {
        return entries.values().stream().anyMatch(Value::containsSensitive);
    }

    @Override
    public MapValue fullyUnmarked() {
        if (!containsSensitive()) {
            return this;
        }
        Map<String, Value> unmarked = new LinkedHashMap<>();
        entries.forEach((name, value) -> unmarked.put(name, value.fullyUnmarked()));
        return new MapValue(unmarked);
    }

    @Override
    public String toString() {
        return entries.toString();
    }
}
