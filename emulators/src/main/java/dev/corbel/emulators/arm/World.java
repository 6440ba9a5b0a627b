package dev.corbel.emulators.arm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All resources, by their ids without case. */
final class World {
    private final String subscription;
    private final String tenant;
    private final TreeMap<String, Stored> resources = new TreeMap<>();
    private final References references = new References();
    private final Map<String, Stored> deleted = new LinkedHashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final IdSource ids = new IdSource();

    World(String subscription, String tenant) {
        this.subscription = subscription;
        this.tenant = tenant;
    }

    String subscription() {
        return subscription;
    }

    String tenant() {
        return tenant;
    }

    Optional<Stored> find(String id) {
        return Optional.ofNullable(resources.get(ArmPath.key(id)));
    }

    Collection<Stored> all() {
        return List.copyOf(resources.values());
    }

    /** All resources below an id, its children's children too. */
    List<Stored> below(String id) {
        String prefix = ArmPath.key(id) + "/";
        return new ArrayList<>(
                resources.subMap(prefix, prefix + Character.MAX_VALUE).values());
    }

    /** The resources that a list names, in the order of their ids. */
    List<Stored> children(ArmPath list) {
        int depth = list.types().size();
        String prefix = list.key() + "/";
        return resources.subMap(prefix, prefix + Character.MAX_VALUE).values().stream()
                .filter(stored -> stored.path().types().size() == depth && !isExtension(stored, list))
                .toList();
    }

    private static boolean isExtension(Stored stored, ArmPath list) {
        return !stored.path().scope().equalsIgnoreCase(list.scope());
    }

    /** The resources whose bodies name this id. */
    List<Stored> referrers(String id) {
        return references.of(id).stream().map(resources::get).toList();
    }

    void add(Stored stored) {
        resources.put(stored.key(), stored);
        references.index(stored.key(), stored.body());
    }

    void change(Stored stored, ObjectNode body) {
        references.drop(stored.key());
        stored.change(body);
        references.index(stored.key(), body);
    }

    void remove(Stored stored) {
        references.drop(stored.key());
        resources.remove(stored.key());
    }

    /** The resources that are deleted and could come back, by a name that each service makes. */
    Map<String, Stored> deleted() {
        return deleted;
    }

    /** A new GUID; the same ones come in each run. */
    String guid() {
        return ids.next();
    }

    /** The next number of something that is counted, beginning with 1. */
    int number(String name) {
        return numbers.merge(name, 1, Integer::sum);
    }
}
