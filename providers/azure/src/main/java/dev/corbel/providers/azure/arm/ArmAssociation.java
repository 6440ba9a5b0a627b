package dev.corbel.providers.azure.arm;

import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.StringValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.kit.definition.Definition;
import dev.corbel.providers.kit.definition.DocumentPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A type whose objects are references in the document of an object of another type.
 *
 * @param definition with the two attributes
 * @param kind in messages
 * @param owner the type that has the references
 * @param ownerId the attribute with the id of its object
 * @param otherId the attribute with the id that is referred to
 * @param place of the reference, or of the list of references, in the document of the owner
 * @param many whether an owner refers to many; then an id consists of both
 * @param locks the names of what a call queues for
 */
public record ArmAssociation(
        Definition definition,
        String kind,
        ArmDefinition owner,
        String ownerId,
        String otherId,
        DocumentPath place,
        boolean many,
        Function<MapValue, List<String>> locks) {
    private static final String ID = "id";
    private static final String BETWEEN = "|";

    /** The id of an association. */
    String id(String ownerObject, String other) {
        return many ? ownerObject + BETWEEN + other : ownerObject;
    }

    /** The attributes of an id, as far as it tells them; empty where it is none. */
    Optional<MapValue> parse(String id) {
        int between = id.indexOf(BETWEEN);
        String first = many && between > 0 ? id.substring(0, between) : id;
        if (many != between > 0 || owner.id().parse(first).isEmpty()) {
            return Optional.empty();
        }
        MapValue known = MapValue.EMPTY.with(ownerId, Value.of(owner.id().spelled(first)));
        return Optional.of(many ? known.with(otherId, Value.of(ArmSpelling.of(id.substring(between + 1)))) : known);
    }

    /** The ids that an owner's document refers to, in Terraform's spelling. */
    List<String> references(MapValue document) {
        Value there = place.in(document);
        List<Value> all = there instanceof ListValue list ? list.elements() : List.of(there);
        return all.stream()
                .filter(MapValue.class::isInstance)
                .map(reference -> ((MapValue) reference).text(ID))
                .flatMap(Optional::stream)
                .map(ArmSpelling::of)
                .toList();
    }

    /** The document with the reference. */
    MapValue with(MapValue document, String other) {
        Value reference = new MapValue(Map.of(ID, Value.of(other)));
        if (!many) {
            return place.put(document, reference);
        }
        List<Value> all = new ArrayList<>(place.in(document) instanceof ListValue list ? list.elements() : List.of());
        all.add(reference);
        return place.put(document, Value.list(all));
    }

    /** The document without the reference. */
    MapValue without(MapValue document, String other) {
        return place.in(document) instanceof ListValue list
                ? place.put(
                        document,
                        Value.list(list.elements().stream()
                                .filter(reference -> !refersTo(reference, other))
                                .toList()))
                : place.remove(document);
    }

    private static boolean refersTo(Value reference, String other) {
        return reference instanceof MapValue map
                && map.get(ID) instanceof StringValue id
                && ArmSpelling.same(id.value(), other);
    }
}
