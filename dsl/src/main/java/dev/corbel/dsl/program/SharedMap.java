package dev.corbel.dsl.program;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A map that several parts of a definition read, and none can change. */
final class SharedMap extends AbstractMap<@Nullable Object, @Nullable Object> {
    private final Map<@Nullable Object, @Nullable Object> entries;

    SharedMap(Map<@Nullable Object, @Nullable Object> entries) {
        this.entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    @Override
    public Set<Map.Entry<@Nullable Object, @Nullable Object>> entrySet() {
        return entries.entrySet();
    }

    @Override
    public Set<@Nullable Object> keySet() {
        return entries.keySet();
    }

    @Override
    public java.util.Collection<@Nullable Object> values() {
        return entries.values();
    }

    @Override
    public @Nullable Object get(@Nullable Object key) {
        return entries.get(key);
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return entries.containsKey(key);
    }

    @Override
    public int size() {
        return entries.size();
    }
}
