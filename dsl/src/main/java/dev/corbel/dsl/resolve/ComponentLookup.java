package dev.corbel.dsl.resolve;

import dev.corbel.dsl.language.Roots;
import dev.corbel.dsl.program.Problem;
import dev.corbel.dsl.scope.Context;
import dev.corbel.dsl.scope.KeyStep;
import dev.corbel.dsl.scope.Reference;
import dev.corbel.dsl.scope.Scope;
import dev.corbel.providers.api.diagnostic.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds components and modules by the names that references use. */
final class ComponentLookup {
    private final Context context;

    ComponentLookup(Context context) {
        this.context = context;
    }

    /** The component that a reference begins with: the nearest around, else the only one of its label anywhere. */
    @Nullable
    Target root(Reference reference) {
        String kind = (String) reference.steps().get(0);
        Scope outermost = reference.scope();
        for (Scope scope = reference.scope(); scope != null; scope = scope.parent()) {
            if (scope.isKind(kind) && isOwn(scope, step(reference, 1))) {
                return new Target(scope, null, 1);
            }
            if (scope.components().containsKey(kind)) {
                return child(reference, scope, kind, 1);
            }
            outermost = scope;
        }
        return anywhere(reference, outermost, kind);
    }

    private static boolean isOwn(Scope scope, @Nullable Object step) {
        if (step instanceof KeyStep) {
            return false;
        }
        return step == null
                || !(step instanceof String name)
                || scope.outputs().containsKey(name)
                || scope.components().containsKey(name)
                || Roots.isType(name)
                || (scope.type() != null
                        && (scope.type().outputs().containsKey(name)
                                || scope.type().inputs().names().contains(name)));
    }

    /** One component of a kind directly in a scope; the step at this position may be its label. */
    @Nullable
    Target child(Reference reference, Scope scope, String kind, int next) {
        Map<String, Scope> candidates = scope.components().getOrDefault(kind, Map.of());
        Object step = step(reference, next);
        String label =
                step instanceof String name ? name : step instanceof KeyStep key ? String.valueOf(key.key()) : null;
        Scope labelled = label == null ? null : candidates.get(label);
        if (labelled != null) {
            return new Target(labelled, null, next + 1);
        }
        if (step instanceof KeyStep) {
            return missing(reference, kind, String.valueOf(label), candidates.keySet());
        }
        Scope unlabelled = candidates.get("");
        if (unlabelled != null) {
            return new Target(unlabelled, null, next);
        }
        Scope only = candidates.size() == 1 ? candidates.values().iterator().next() : null;
        if (only != null && (label == null || isOwn(only, label))) {
            return new Target(only, null, next);
        }
        return missing(reference, kind, label == null ? "" : label, candidates.keySet());
    }

    private @Nullable Target anywhere(Reference reference, Scope outermost, String kind) {
        Object step = step(reference, 1);
        String label =
                step instanceof String name ? name : step instanceof KeyStep key ? String.valueOf(key.key()) : null;
        List<Scope> all = new ArrayList<>();
        collect(outermost, kind, all);
        List<Scope> matching = all.stream()
                .filter(scope -> label != null && label.equals(scope.label()))
                .toList();
        if (matching.size() == 1) {
            return new Target(matching.get(0), null, 2);
        }
        if (matching.size() > 1) {
            throw Problem.error(
                    "There is more than one " + kind + " \"" + label + "\"",
                    "",
                    "Say which, as in " + path(matching.get(0)) + ".",
                    reference.range());
        }
        if (all.size() == 1 && isOwn(all.get(0), step)) {
            return new Target(all.get(0), null, 1);
        }
        return missing(
                reference,
                kind,
                label == null ? "" : label,
                all.stream().map(scope -> String.valueOf(scope.label())).toList());
    }

    private static void collect(Scope scope, String kind, List<Scope> found) {
        scope.components().forEach((childKind, byLabel) -> byLabel.values().forEach(child -> {
            if (childKind.equals(kind)) {
                found.add(child);
            }
            collect(child, kind, found);
        }));
    }

    private static String path(Scope scope) {
        Scope parent = scope.parent();
        String own = scope.label() == null
                ? scope.title()
                : java.util.Objects.requireNonNull(scope.type()).kind() + "['" + scope.label() + "']";
        return parent == null || parent.type() == null ? own : path(parent) + "." + own;
    }

    private @Nullable Target missing(
            Reference reference, String kind, String label, java.util.Collection<String> labels) {
        if (context.problems().isIncomplete()) {
            return null;
        }
        List<String> known = labels.stream().filter(name -> !name.isEmpty()).toList();
        throw Problem.error(
                label.isEmpty() || labels.isEmpty()
                        ? "There is no " + kind + " that \"" + reference.display() + "\" could mean"
                        : "There is no " + kind + " \"" + label + "\"",
                known.isEmpty() ? "" : "There is " + String.join(", ", known) + ".",
                Suggestion.didYouMean(label, known).orElse(null),
                reference.range());
    }

    @Nullable
    Target module(Reference reference, Scope from) {
        Object step = step(reference, 1);
        String name = step instanceof KeyStep key ? String.valueOf(key.key()) : step instanceof String text ? text : "";
        java.util.Set<String> known = new java.util.TreeSet<>();
        for (Scope scope = from; scope != null; scope = scope.parent()) {
            Scope module = scope.modules().get(name);
            if (module != null) {
                return new Target(module, null, 2);
            }
            known.addAll(scope.modules().keySet());
        }
        if (context.problems().isIncomplete()) {
            return null;
        }
        throw Problem.error(
                "There is no module \"" + name + "\"",
                "",
                Suggestion.didYouMean(name, known).orElse(null),
                reference.range());
    }

    private static @Nullable Object step(Reference reference, int position) {
        return position < reference.steps().size() ? reference.steps().get(position) : null;
    }
}
