package dev.corbel.dsl.scope;

import dev.corbel.dsl.component.ComponentType;
import dev.corbel.dsl.component.Components;
import dev.corbel.dsl.language.Roots;
import dev.corbel.dsl.program.Problem;
import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.diagnostic.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The view that code inside a component has of it by its keyword, such as {@code database.version}: its inputs as plain values,
 * once the component's block is finished, which it is for blueprints.
 */
final class ComponentView {
    /** The answer that there is no value now: the name is a reference. */
    static final Object LATER = ComponentInputs.LATER;

    private ComponentView() {}

    /** @param steps of a reference: the keyword, and where it names one of several components its label */
    static @Nullable Object read(Scope from, List<Object> steps, String name) {
        String kind = (String) steps.get(0);
        Optional<Scope> found = steps.size() == 1 ? from.enclosing(kind) : Optional.empty();
        if (found.isEmpty()) {
            return steps.size() > 2 ? LATER : beside(from, steps, name);
        }
        Scope component = found.get();
        if (name.equals("label")) {
            return component.label();
        }
        ComponentType type = component.type();
        if (!component.isFinished() || type == null) {
            return LATER;
        }
        return value(component, name, kind);
    }

    /** Reads a component that stands beside the blueprint's own; all of them are finished then. */
    private static @Nullable Object beside(Scope from, List<Object> steps, String name) {
        String kind = (String) steps.get(0);
        if (!from.isFinished() || !Roots.isComponent(kind)) {
            return LATER;
        }
        for (Scope around = from.parent(); around != null; around = around.parent()) {
            Map<String, Scope> candidates = around.components().getOrDefault(kind, Map.of());
            Scope component = steps.size() == 2
                    ? candidates.get(label(steps.get(1)))
                    : candidates.size() == 1 ? candidates.values().iterator().next() : candidates.get("");
            if (component != null && component.type() != null) {
                return value(component, name, kind);
            }
        }
        return LATER;
    }

    private static @Nullable Object value(Scope component, String name, String kind) {
        return DerivedInputs.has(component, name)
                ? DerivedInputs.of(component, name)
                : ComponentInputs.read(component, name, kind);
    }

    private static String label(Object step) {
        return step instanceof KeyStep key ? String.valueOf(key.key()) : String.valueOf(step);
    }

    /** {@code app.has('database')}, {@code app.labels('bucket')}: what stands in the component, be it an input. */
    static @Nullable Object ask(
            Scope from, String kind, String method, @Nullable Object[] arguments, SourceRange range) {
        Optional<Scope> found = from.enclosing(kind);
        if (found.isEmpty()
                || !found.get().isFinished()
                || arguments.length != 1
                || !(arguments[0] instanceof String inner)) {
            return LATER;
        }
        if (method.equals("has") || method.equals("labels")) {
            checkAsked(found.get(), inner, range);
        }
        Map<String, Scope> children = found.get().components().getOrDefault(inner, Map.of());
        return switch (method) {
            case "has" -> !children.isEmpty() || found.get().inputs().containsKey(inner);
            case "labels" -> new ArrayList<>(children.keySet());
            default -> LATER;
        };
    }

    /** A name that can stand in no component would always be answered with no, and so yield nothing. */
    private static void checkAsked(Scope component, String inner, SourceRange range) {
        Set<String> names = new TreeSet<>(Components.kinds());
        ComponentType type = component.type();
        if (type != null) {
            names.addAll(type.inputs().names());
        }
        if (!names.contains(inner)) {
            throw Problem.error(
                    "\"" + inner + "\" can never stand in " + component.title(),
                    "",
                    Suggestion.didYouMean(inner, names)
                            .orElse("Components are " + String.join(", ", Components.kinds()) + "."),
                    range);
        }
    }
}
