package dev.corbel.dsl.template;

import dev.corbel.providers.api.value.Value;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names that a part of a template sees, with their values. */
final class Bindings {
    private final Map<String, Value> values;

    Bindings(Map<String, Value> values) {
        this.values = values;
    }

    /** The value of a name; null where there is no such name. */
    @Nullable
    Value find(String name) {
        return values.get(name);
    }

    Set<String> all() {
        return values.keySet();
    }

    /** The same names with one more, which hides another of that name. */
    Bindings with(String name, Value value) {
        Map<String, Value> more = new HashMap<>(values);
        more.put(name, value);
        return new Bindings(more);
    }
}
