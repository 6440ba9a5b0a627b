package dev.corbel.dsl.build;

import dev.corbel.dsl.program.Deferred;
import dev.corbel.dsl.program.Placeholder;
import dev.corbel.dsl.scope.ComponentInputs;
import dev.corbel.dsl.scope.DeclaredValue;
import dev.corbel.dsl.scope.Problems;
import dev.corbel.dsl.scope.Scope;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the parts of apps that stand on hosts, and how many hosts each needs. */
final class AppParts {
    private static final List<String> KINDS = List.of("containers", "database", "loadBalancer", "bucket");

    private final Problems problems;

    AppParts(Problems problems) {
        this.problems = problems;
    }

    /** Those of a region's apps, in an order that does not depend on that of the definition. */
    List<AppPart> of(Scope region) {
        List<Scope> apps = new ArrayList<>(
                region.components().getOrDefault("app", Map.of()).values());
        apps.sort(Comparator.comparing(app -> String.valueOf(app.label())));
        List<AppPart> parts = new ArrayList<>();
        for (Scope app : apps) {
            for (String kind : KINDS) {
                app.components().getOrDefault(kind, Map.of()).values().stream()
                        .sorted(Comparator.comparing(component -> String.valueOf(component.label())))
                        .forEach(component -> part(app, component, kind).ifPresent(parts::add));
            }
        }
        return parts;
    }

    private Optional<AppPart> part(Scope app, Scope component, String kind) {
        Optional<Integer> number =
                switch (kind) {
                    case "containers" -> containers(component);
                    case "database" ->
                        known(component, "highAvailability").map(available -> available.equals(true) ? 2 : 1);
                    default -> Optional.of(1);
                };
        if (number.isEmpty()) {
            component.leaveWithoutPlace();
        }
        return number.map(count -> new AppPart(app, component, kind, count, kind.equals("database")));
    }

    private Optional<Integer> containers(Scope component) {
        Object scale = ComponentInputs.read(component, "scale", "containers");
        if (scale instanceof Map<?, ?> block) {
            return known(component, "scale", block.get("min")).map(AppParts::number);
        }
        return known(component, "count").map(AppParts::number);
    }

    private static int number(Object count) {
        return count instanceof Number number ? number.intValue() : 0;
    }

    private Optional<Object> known(Scope component, String name) {
        return known(component, name, ComponentInputs.read(component, name, component.title()));
    }

    /** The value; empty where it is not known, which is noted. */
    private Optional<Object> known(Scope component, String name, @Nullable Object value) {
        if (!(value instanceof Deferred deferred)) {
            return Optional.ofNullable(value);
        }
        if (!(deferred instanceof Placeholder)) {
            DeclaredValue.Written written = component.inputs().get(name);
            problems.error(
                    "\"" + name + "\" must be known while the definition is evaluated",
                    deferred.display() + " has no value yet, and decides on which hosts it stands.",
                    "Write the value, or use a variable.",
                    written == null ? component.range() : written.valueRange());
        }
        return Optional.empty();
    }
}
