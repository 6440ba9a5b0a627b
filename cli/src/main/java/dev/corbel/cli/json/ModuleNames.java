package dev.corbel.cli.json;

import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.address.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The names of components as modules. One is called by its label, or by its kind where it has none; components beside each other
 * that would share a name have their kinds before it. Whatever order they come in, the names are the same.
 */
final class ModuleNames {
    private static final Comparator<Step> ORDER = Comparator.comparing(Step::kind)
            .thenComparing(step -> Optional.ofNullable(step.label()).orElse(""));

    /** The components inside of this one, by steps without keys: instances share a name. */
    private final Map<Step, ModuleNames> inside = new HashMap<>();

    private String name = "";

    /** Adds the components around a resource. */
    void add(Address address) {
        ModuleNames around = this;
        for (Step step : address.steps()) {
            if (!step.isResource()) {
                around = around.inside.computeIfAbsent(keyless(step), added -> new ModuleNames());
            }
        }
    }

    /** Gives every component its name, once all are added. */
    void settle(Map<String, String> given) {
        settle("", given);
    }

    private void settle(String path, Map<String, String> given) {
        Map<String, List<Map.Entry<Step, ModuleNames>>> claims = new TreeMap<>();
        Set<String> taken = new HashSet<>();
        for (Map.Entry<Step, ModuleNames> component : inside.entrySet()) {
            String kept = given.get(path + text(component.getKey()));
            if (kept == null) {
                claims.computeIfAbsent(usual(component.getKey()), wanted -> new ArrayList<>())
                        .add(component);
            } else {
                component.getValue().name = kept;
                taken.add(kept);
            }
        }
        List<Map.Entry<Step, ModuleNames>> contested = new ArrayList<>();
        claims.forEach((wanted, components) -> {
            if (components.size() == 1 && taken.add(wanted)) {
                components.get(0).getValue().name = wanted;
            } else {
                contested.addAll(components);
            }
        });
        contested.sort(Map.Entry.comparingByKey(ORDER));
        contested.forEach(component ->
                component.getValue().name = free(component.getKey().kind() + "-" + usual(component.getKey()), taken));
        inside.forEach((step, component) -> component.settle(path + text(step), given));
    }

    private static String free(String wanted, Set<String> taken) {
        String name = wanted;
        for (int number = 2; !taken.add(name); number++) {
            name = wanted + "-" + number;
        }
        return name;
    }

    /** The names that cannot be told from a component alone, by the components' texts. */
    Map<String, String> unusual() {
        Map<String, String> unusual = new TreeMap<>();
        collect("", unusual);
        return unusual;
    }

    private void collect(String path, Map<String, String> unusual) {
        inside.forEach((step, component) -> {
            if (!component.name.equals(usual(step))) {
                unusual.put(path + text(step), component.name);
            }
            component.collect(path + text(step), unusual);
        });
    }

    /** The component that a step leads to from here; where it was never added, one with the name that it would have alone. */
    ModuleNames into(Step step) {
        ModuleNames known = inside.get(keyless(step));
        if (known != null) {
            return known;
        }
        ModuleNames stranger = new ModuleNames();
        stranger.name = usual(step);
        return stranger;
    }

    String name() {
        return name;
    }

    /** A label as a name that no reader takes for more than one part of an address. */
    static String usable(String label) {
        StringBuilder name = null;
        for (int i = 0; i < label.length(); i++) {
            if (!isUsable(label.charAt(i))) {
                name = name == null ? new StringBuilder(label) : name;
                name.setCharAt(i, '-');
            }
        }
        return name == null ? label : name.toString();
    }

    private static boolean isUsable(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    }

    private static String usual(Step step) {
        return usable(step.label() == null ? step.kind() : step.label());
    }

    private static Step keyless(Step step) {
        return step.key() == null ? step : new Step(step.kind(), step.label(), null);
    }

    private static String text(Step step) {
        return "/" + new Address(List.of(step)).qualified();
    }
}
