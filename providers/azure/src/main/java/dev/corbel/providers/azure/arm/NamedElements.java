package dev.corbel.providers.azure.arm;

import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.kit.definition.DocumentPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The elements of a list in documents that have names, in which case does not count.
 *
 * @param place of the list
 */
public record NamedElements(DocumentPath place) {
    private static final String NAME = "name";

    public List<MapValue> all(MapValue document) {
        return place.in(document) instanceof ListValue list
                ? list.elements().stream()
                        .filter(MapValue.class::isInstance)
                        .map(MapValue.class::cast)
                        .toList()
                : List.of();
    }

    public Optional<MapValue> find(MapValue document, String name) {
        return all(document).stream().filter(element -> isNamed(element, name)).findFirst();
    }

    private static boolean isNamed(MapValue element, String name) {
        return element.text(NAME).filter(name::equalsIgnoreCase).isPresent();
    }

    /** The document with an element more. */
    public MapValue with(MapValue document, MapValue element) {
        List<Value> elements = new ArrayList<>(all(document));
        elements.add(element);
        return place.put(document, Value.list(elements));
    }

    /** The document without the elements of a name. */
    public MapValue without(MapValue document, String name) {
        List<Value> left = new ArrayList<>(all(document));
        left.removeIf(element -> isNamed((MapValue) element, name));
        return place.put(document, Value.list(left));
    }
}
