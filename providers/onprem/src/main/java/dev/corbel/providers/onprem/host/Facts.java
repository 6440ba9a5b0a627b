package dev.corbel.providers.onprem.host;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Facts that a fragment of the fact script printed with {@code fact OBJECT FIELD VALUE}, where OBJECT is the number of the
 * request. The function is a part of every fragment, starts no process, and takes values with any text in them but NUL.
 */
public final class Facts {
    private static final int PARTS = 3;

    private final Map<String, Map<String, String>> objects = new HashMap<>();

    private Facts() {}

    /**
     * Reads what a fragment printed.
     *
     * @throws IllegalArgumentException where it is cut short
     */
    public static Facts of(Output output) {
        Facts facts = new Facts();
        List<String> parts = List.of(output.out().split("\0", -1));
        if (parts.size() % PARTS != 1 || !parts.get(parts.size() - 1).isEmpty()) {
            throw new IllegalArgumentException("the facts of a host are cut short");
        }
        for (int i = 0; i + PARTS <= parts.size(); i += PARTS) {
            facts.objects
                    .computeIfAbsent(parts.get(i), object -> new HashMap<>())
                    .put(parts.get(i + 1), parts.get(i + 2));
        }
        return facts;
    }

    /** A fact of an object; empty where the fragment did not tell it. */
    public Optional<String> text(int object, String field) {
        return Optional.ofNullable(
                objects.getOrDefault(Integer.toString(object), Map.of()).get(field));
    }

    /** All facts of an object by their fields. */
    public Map<String, String> all(int object) {
        return Map.copyOf(objects.getOrDefault(Integer.toString(object), Map.of()));
    }

    /** Tells whether the fragment printed anything about an object. */
    public boolean has(int object) {
        return objects.containsKey(Integer.toString(object));
    }
}
