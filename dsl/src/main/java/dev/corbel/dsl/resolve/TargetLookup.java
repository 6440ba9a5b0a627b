package dev.corbel.dsl.resolve;

import dev.corbel.dsl.language.Roots;
import dev.corbel.dsl.scope.Context;
import dev.corbel.dsl.scope.Reference;
import dev.corbel.dsl.scope.Scope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the scope or the resource that a reference leads to, from the inside out. */
public final class TargetLookup {
    private final ResourceLookup resources;
    private final ComponentLookup components;

    public TargetLookup(Context context) {
        this.resources = new ResourceLookup(context);
        this.components = new ComponentLookup(context);
    }

    /** Follows the steps to a resource or as deep into scopes as they lead; null where code did not run. */
    @Nullable
    public Target find(Reference reference) {
        List<Object> steps = reference.steps();
        String root = (String) steps.get(0);
        Target start;
        if (Roots.isType(root)) {
            start = resources.find(reference, reference.scope(), 0, true);
        } else if (Roots.isComponent(root)) {
            start = components.root(reference);
        } else {
            start = components.module(reference, reference.scope());
        }
        while (start != null && start.scope() != null && start.next() < steps.size()) {
            Target deeper = deeper(reference, start.scope(), start.next());
            if (deeper == null) {
                break;
            }
            start = deeper;
        }
        return start;
    }

    private @Nullable Target deeper(Reference reference, Scope scope, int next) {
        if (!(reference.steps().get(next) instanceof String name)
                || scope.outputs().containsKey(name)) {
            return null;
        }
        if (scope.components().containsKey(name)) {
            return components.child(reference, scope, name, next + 1);
        }
        if (Roots.isType(name)) {
            return resources.find(reference, scope, next, false);
        }
        return null;
    }
}
