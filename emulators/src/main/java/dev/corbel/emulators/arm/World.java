package dev.corbel.emulators.arm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** All resources, by their ids without case. */
final class World {
    private final Account account;
    private final ArmClock clock;
    private final TreeMap<String, Stored> resources = new TreeMap<>();
    private final References references = new References();
    private final Map<String, Stored> deleted = new LinkedHashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, Instant> ends = new HashMap<>();
    private final Set<String> principals = new HashSet<>();
    private final Set<String> taken = new HashSet<>();
    private final IdSource ids = new IdSource();

    World(Account account, ArmClock clock) {
        this.account = account;
        this.clock = clock;
        principals.add(account.principal());
    }

    /** The object ids of those that can get roles. */
    Set<String> principals() {
        return principals;
    }

    String subscription() {
        return account.subscription();
    }

    String tenant() {
        return account.tenant();
    }

    Instant now() {
        return clock.now();
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

    /** Has a name of a type be somebody else's, who is not of this account. */
    void take(String typeName, String name) {
        taken.add((typeName + "/" + name).toLowerCase(Locale.ROOT));
    }

    boolean isTaken(String typeName, String name) {
        return taken.contains((typeName + "/" + name).toLowerCase(Locale.ROOT));
    }

    /** The resources that are deleted and could come back, by a name that each service makes. */
    Map<String, Stored> deleted() {
        return deleted;
    }

    /** Notes that something lasts for a while from now on, by a name that each service makes. */
    void last(String name, Duration duration) {
        ends.put(name, now().plus(duration));
    }

    /** Whether something that was noted lasts still. */
    boolean lasts(String name) {
        return ends.getOrDefault(name, Instant.MIN).isAfter(now());
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
