package dev.corbel.planner.object;

import dev.corbel.providers.api.value.MapValue;
import dev.corbel.state.model.ResourceInstance;
import dev.corbel.state.model.State;
import dev.corbel.state.model.StateObject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The objects of a state, deposed ones too, by type and by what they are known by. */
public final class ObjectIndex {
    private static final List<String> NAMES = List.of(ObjectId.NAME, "arn");

    private final Set<Key> keys = new HashSet<>();

    private record Key(String type, String name) {}

    public ObjectIndex(State state) {
        for (ResourceInstance instance : state.instances().values()) {
            String type = instance.address().last().type();
            instance.current().ifPresent(object -> add(type, object));
            instance.deposed().values().forEach(object -> add(type, object));
        }
    }

    private void add(String type, StateObject object) {
        MapValue attributes = object.attributes().fullyUnmarked();
        NAMES.forEach(name -> attributes.text(name).ifPresent(value -> keys.add(new Key(type, value))));
    }

    /** Tells whether the state has the object of this id. */
    public boolean has(String type, String id) {
        return keys.contains(new Key(type, id));
    }

    /** Tells whether the state has this object, by the id that it is imported with, or by {@code id} or {@code arn}. */
    public boolean has(String type, String importId, MapValue attributes) {
        return has(type, importId)
                || NAMES.stream().anyMatch(name -> attributes
                        .text(name)
                        .filter(value -> has(type, value))
                        .isPresent());
    }
}
