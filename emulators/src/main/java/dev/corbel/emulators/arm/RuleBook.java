package dev.corbel.emulators.arm;

import dev.corbel.emulators.arm.facts.TypeFacts;
import java.util.List;
import java.util.Map;

/** The rules of all services, by type. */
final class RuleBook {
    private final Map<String, List<TypeRule>> rules;

    RuleBook(Map<String, List<TypeRule>> rules) {
        this.rules = Map.copyOf(rules);
    }

    List<TypeRule> of(TypeFacts type) {
        return rules.getOrDefault(type.name(), List.of());
    }
}
