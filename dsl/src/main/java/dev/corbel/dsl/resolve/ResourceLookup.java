package dev.corbel.dsl.resolve;

import dev.corbel.dsl.program.Problem;
import dev.corbel.dsl.scope.Context;
import dev.corbel.dsl.scope.EachStep;
import dev.corbel.dsl.scope.KeyStep;
import dev.corbel.dsl.scope.Reference;
import dev.corbel.dsl.scope.ResourceEntry;
import dev.corbel.dsl.scope.ResourceGroup;
import dev.corbel.dsl.scope.Scope;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.Suggestion;
import dev.corbel.providers.api.expression.Expression;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds resources, their instances and attributes by the steps of references. */
final class ResourceLookup {
    private final Context context;

    ResourceLookup(Context context) {
        this.context = context;
    }

    /**
     * The resource named by the steps from a position on.
     *
     * @param outwards whether scopes further out count too
     * @return null where code did not run that may have declared it
     */
    @Nullable
    Target find(Reference reference, Scope from, int position, boolean outwards) {
        List<Object> steps = reference.steps();
        boolean data = "data".equals(steps.get(position));
        int typeAt = data ? position + 1 : position;
        String type = text(steps, typeAt);
        String name = text(steps, typeAt + 1);
        if (type == null || name == null) {
            throw incomplete(reference, data);
        }
        String kind = data ? "data." + type : type;
        Set<String> known = new TreeSet<>();
        for (Scope scope = from; scope != null; scope = outwards ? scope.parent() : null) {
            Map<String, ResourceGroup> named = scope.resources().getOrDefault(kind, Map.of());
            ResourceGroup group = named.get(name);
            if (group != null) {
                return new Target(null, group, typeAt + 2);
            }
            known.addAll(named.keySet());
        }
        if (context.problems().isIncomplete()) {
            return null;
        }
        throw missing(reference, kind, type, name, known, data);
    }

    private static RuntimeException incomplete(Reference reference, boolean data) {
        return Problem.error(
                "\"" + reference.display() + "\" alone is no value",
                "",
                data ? "Write data.TYPE.NAME.ATTRIBUTE." : "Write TYPE.NAME.ATTRIBUTE.",
                reference.range());
    }

    private RuntimeException missing(
            Reference reference, String kind, String type, String name, Set<String> known, boolean data) {
        List<String> types = data
                ? context.catalog().dataSourceTypeNames()
                : context.catalog().resourceTypeNames();
        if (!types.contains(type)) {
            return Problem.error(
                    "There is no " + (data ? "data source" : "resource type") + " \"" + type + "\"",
                    "",
                    Suggestion.didYouMean(type, types).orElse(null),
                    reference.range());
        }
        return Problem.error(
                kind + "." + name + " is not declared",
                known.isEmpty() ? "" : "Declared are " + kind + "." + String.join(", " + kind + ".", known) + ".",
                Suggestion.closest(name, known)
                        .map(closest -> "Did you mean " + kind + "." + closest + "?")
                        .orElse("Declare it: " + (data ? "data" : "resource") + "('" + type + "', '" + name
                                + "') { … }"),
                reference.range());
    }

    private static @Nullable String text(List<Object> steps, int position) {
        if (position >= steps.size()) {
            return null;
        }
        Object step = steps.get(position);
        return step instanceof String text ? text : step instanceof KeyStep key ? String.valueOf(key.key()) : null;
    }

    /** The expression for an attribute of a resource, or of all its instances. */
    Expression attribute(Reference reference, ResourceGroup group, int next) {
        List<Object> steps = reference.steps();
        Object step = next < steps.size() ? steps.get(next) : null;
        reference.noteUse();
        if (step instanceof EachStep each) {
            List<Expression> all = new ArrayList<>();
            group.all().forEach(entry -> all.add(path(reference, entry, each.name(), next + 1)));
            return new Expression.ListExpression(all);
        }
        if (!group.isKeyed()) {
            if (group.all().isEmpty()) {
                return Expression.of(Value.unknown());
            }
            if (step instanceof KeyStep) {
                throw Problem.error(
                        display(reference, next) + " has no instances",
                        "It was declared without forEach.",
                        "Write " + display(reference, next) + " without [" + "…].",
                        reference.range());
            }
            return path(reference, group.all().get(0), null, next);
        }
        if (step instanceof KeyStep key) {
            return path(reference, instance(reference, group, String.valueOf(key.key()), next), null, next + 1);
        }
        if (step == null) {
            Map<String, Expression> all = new LinkedHashMap<>();
            group.instances().forEach((key, entry) -> all.put(key, path(reference, entry, null, next)));
            return new Expression.MapExpression(all);
        }
        throw Problem.error(
                display(reference, next) + " has instances",
                "It was declared with forEach.",
                "Choose one, " + display(reference, next) + "['KEY']." + step + ", or all, " + display(reference, next)
                        + "*." + step + ".",
                reference.range());
    }

    private static ResourceEntry instance(Reference reference, ResourceGroup group, String key, int next) {
        ResourceEntry entry = group.instance(key);
        if (entry == null) {
            throw Problem.error(
                    display(reference, next) + " has no instance \"" + key + "\"",
                    group.instances().isEmpty()
                            ? "It has none."
                            : "It has " + String.join(", ", group.instances().keySet()) + ".",
                    Suggestion.didYouMean(key, group.instances().keySet()).orElse(null),
                    reference.range());
        }
        return entry;
    }

    private static String display(Reference reference, int next) {
        return Reference.display(reference.steps().subList(0, next));
    }

    private Expression path(Reference reference, ResourceEntry entry, @Nullable String first, int next) {
        PathWalk walk = new PathWalk(entry.address(), schema(entry.address()), reference.range());
        if (first != null) {
            walk.step(first, false);
        }
        return rest(walk, reference, next);
    }

    /** The part of what another reference leads to that the steps from a position on choose. */
    Expression part(Expression.Reference whole, Reference reference, int next) {
        PathWalk walk = new PathWalk(whole.target(), schema(whole.target()), reference.range());
        walk.follow(whole);
        return rest(walk, reference, next);
    }

    private static Expression rest(PathWalk walk, Reference reference, int next) {
        for (int i = next; i < reference.steps().size(); i++) {
            if (reference.steps().get(i) instanceof EachStep each) {
                return ElementPaths.of(walk, each.name(), reference, i + 1);
            }
            walk.step(reference.steps().get(i), reference.isSoft(i));
        }
        return walk.reference();
    }

    private Schema schema(Address address) {
        String type = address.last().type();
        return address.isData()
                ? context.dataType(type).orElseThrow().schema()
                : context.resourceType(type).orElseThrow().schema();
    }
}
