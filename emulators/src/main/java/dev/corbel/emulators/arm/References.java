package dev.corbel.emulators.arm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Which resources name which ids in their bodies. */
final class References {
    private static final String START = "/subscriptions/";

    private final Map<String, Set<String>> referrers = new HashMap<>();
    private final Map<String, Set<String>> targets = new HashMap<>();

    void index(String key, JsonNode body) {
        Set<String> named = new HashSet<>();
        each(body, id -> named.add(ArmPath.key(id)));
        named.forEach(target ->
                referrers.computeIfAbsent(target, none -> new TreeSet<>()).add(key));
        targets.put(key, named);
    }

    void drop(String key) {
        Set<String> named = targets.remove(key);
        if (named != null) {
            named.forEach(target -> referrers.getOrDefault(target, Set.of()).remove(key));
        }
    }

    Set<String> of(String id) {
        return Set.copyOf(referrers.getOrDefault(ArmPath.key(id), Set.of()));
    }

    /** Visits all ids in a body, keys of maps too. */
    static void each(JsonNode body, Consumer<String> visit) {
        if (body.isTextual() && body.textValue().regionMatches(true, 0, START, 0, START.length())) {
            visit.accept(body.textValue());
        }
        body.fieldNames().forEachRemaining(name -> {
            if (name.regionMatches(true, 0, START, 0, START.length())) {
                visit.accept(name);
            }
        });
        body.forEach(child -> each(child, visit));
    }
}
