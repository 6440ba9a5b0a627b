package dev.corbel.planner.object;

import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.NumberValue;
import dev.corbel.providers.api.value.SensitiveValue;
import dev.corbel.providers.api.value.StringValue;
import dev.corbel.providers.api.value.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Sensitive values, to find copies of them: a provider may put a secret into what it computes, and a copy is as sensitive.
 * Truth values, what is empty, and short texts that only belong to something sensitive are no secrets: they occur by chance.
 */
final class Secrets {
    private static final int MIN_LENGTH = 4;

    private final Set<Value> values = new HashSet<>();

    /** The sizes of the lists and maps among them, so that others need not be compared. */
    private final Set<Integer> sizes = new HashSet<>();

    private final int shortest;

    private Secrets(int shortest) {
        this.shortest = shortest;
    }

    /** Those that are marked in an object, to be looked for in the same object. */
    static Secrets in(Value object) {
        Secrets secrets = new Secrets(1);
        secrets.collect(object);
        return secrets;
    }

    /** Those of many objects, to be looked for in others; short ones are left out. */
    static Secrets ofAll(Stream<? extends Value> objects) {
        Secrets secrets = new Secrets(MIN_LENGTH);
        objects.forEach(secrets::collect);
        return secrets;
    }

    private void collect(Value value) {
        if (value instanceof SensitiveValue sensitive) {
            add(sensitive.value(), shortest);
        } else if (value instanceof MapValue map) {
            map.entries().values().forEach(this::collect);
        } else if (value instanceof ListValue list) {
            list.elements().forEach(this::collect);
        }
    }

    /** A list or map that is sensitive as a whole is known by itself and by all that is in it. */
    private void add(Value secret, int least) {
        if (secret instanceof MapValue map) {
            addCollection(map, map.entries().values());
        } else if (secret instanceof ListValue list) {
            addCollection(list, list.elements());
        } else if ((secret instanceof StringValue || secret instanceof NumberValue)
                && secret.toString().length() >= least) {
            values.add(secret);
        }
    }

    private void addCollection(Value collection, Collection<Value> elements) {
        if (!elements.isEmpty()) {
            values.add(collection);
            sizes.add(elements.size());
            elements.forEach(element -> add(element, MIN_LENGTH));
        }
    }

    /** The object with a mark on each copy, at any depth. */
    MapValue mark(MapValue object) {
        return !values.isEmpty() && inside(object) instanceof MapValue marked ? marked : object;
    }

    private Value marked(Value value) {
        return isSecret(value) ? Value.sensitive(value) : inside(value);
    }

    private boolean isSecret(Value value) {
        if (value instanceof MapValue map && !sizes.contains(map.entries().size())) {
            return false;
        }
        if (value instanceof ListValue list && !sizes.contains(list.elements().size())) {
            return false;
        }
        return values.contains(value);
    }

    private Value inside(Value value) {
        if (value instanceof MapValue map) {
            Map<String, Value> entries = new LinkedHashMap<>();
            map.entries().forEach((name, entry) -> entries.put(name, marked(entry)));
            return Value.map(entries);
        }
        if (value instanceof ListValue list) {
            List<Value> elements = new ArrayList<>(list.elements().size());
            list.elements().forEach(element -> elements.add(marked(element)));
            return Value.list(elements);
        }
        return value;
    }
}
