package dev.corbel.dsl.function;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Terraform's functions that definitions have an idiom of Groovy for, so that templates alone call them. */
final class Idioms {
    private static final Map<String, Idiom> ALL = new HashMap<>();

    static {
        ALL.putAll(TextIdioms.ALL);
        ALL.putAll(NumberIdioms.ALL);
        ALL.putAll(CollectionIdioms.ALL);
        ALL.putAll(Formatting.ALL);
    }

    private Idioms() {}

    static Optional<Idiom> find(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    static Set<String> names() {
        return ALL.keySet();
    }
}
