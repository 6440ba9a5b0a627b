package dev.corbel.planner.drift;

import dev.corbel.providers.api.value.MapValue;
import dev.corbel.state.model.ResourceInstance;
import dev.corbel.state.model.State;
import dev.corbel.state.model.StateObject;
import java.util.HashSet;
import java.util.Set;

/** The objects that a state knows, by type and id. */
final class KnownObjects {
    private final Set<Key> keys = new HashSet<>();

    private record Key(String type, String id) {}

    KnownObjects(State state) {
        for (ResourceInstance instance : state.instances().values()) {
            String type = instance.address().last().type();
            instance.current().ifPresent(object -> add(type, object));
            instance.deposed().values().forEach(object -> add(type, object));
        }
    }

    private void add(String type, StateObject object) {
        object.attributes().fullyUnmarked().text("id").ifPresent(id -> keys.add(new Key(type, id)));
    }

    /** Tells whether the state has this object, by the id that it is imported with or by the attribute {@code id}. */
    boolean has(String type, String importId, MapValue attributes) {
        return keys.contains(new Key(type, importId))
                || attributes
                        .text("id")
                        .filter(id -> keys.contains(new Key(type, id)))
                        .isPresent();
    }
}
