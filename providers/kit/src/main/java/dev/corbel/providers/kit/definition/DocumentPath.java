package dev.corbel.providers.kit.definition;

import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The place of a value in a document: names from the outside in. The root is the document itself.
 *
 * @param names as the document spells them
 */
public record DocumentPath(List<String> names) {
    public static final DocumentPath ROOT = new DocumentPath(List.of());

    public DocumentPath {
        names = List.copyOf(names);
        if (names.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("a path has an empty name: " + names);
        }
    }

    /** The path of names between dots, such as {@code properties.addressPrefixes}. */
    public static DocumentPath of(String dotted) {
        return dotted.isEmpty() ? ROOT : new DocumentPath(List.of(dotted.split("\\.", -1)));
    }

    public boolean isRoot() {
        return names.isEmpty();
    }

    /** The place below this one. */
    public DocumentPath then(DocumentPath below) {
        List<String> all = new ArrayList<>(names);
        all.addAll(below.names);
        return new DocumentPath(all);
    }

    /** The value at this place; null (the value) where there is none. */
    public Value in(MapValue document) {
        Value value = document;
        for (String name : names) {
            if (!(value instanceof MapValue map)) {
                return Value.ofNull();
            }
            value = map.get(name);
        }
        return value;
    }

    /** The document with a value at this place. */
    public MapValue put(MapValue document, Value value) {
        return changed(document, 0, value, false);
    }

    /** The document without a value at this place; what lies around it stays. */
    public MapValue remove(MapValue document) {
        return in(document).isNull() && !isNamed(document) ? document : changed(document, 0, Value.ofNull(), true);
    }

    private boolean isNamed(MapValue document) {
        Value around = new DocumentPath(names.subList(0, names.size() - 1)).in(document);
        return around instanceof MapValue map && map.entries().containsKey(names.get(names.size() - 1));
    }

    private MapValue changed(MapValue document, int depth, Value value, boolean removed) {
        String name = names.get(depth);
        Map<String, Value> entries = new LinkedHashMap<>(document.entries());
        if (depth < names.size() - 1) {
            MapValue inner = document.get(name) instanceof MapValue map ? map : MapValue.EMPTY;
            entries.put(name, changed(inner, depth + 1, value, removed));
        } else if (removed) {
            entries.remove(name);
        } else {
            entries.put(name, value);
        }
        return new MapValue(entries);
    }

    @Override
    public String toString() {
        return String.join(".", names);
    }
}
