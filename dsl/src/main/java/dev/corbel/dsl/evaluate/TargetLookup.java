package dev.corbel.dsl.evaluate;

import dev.corbel.dsl.language.Roots;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the scope or the resource that a reference leads to, from the inside out. */
final class TargetLookup {
    private final ResourceLookup resources;
    private final ComponentLookup components;

    TargetLookup(Context context) {
        this.resources = new ResourceLookup(context);
        this.components = new ComponentLookup(context);
    }

    /** Follows the steps to a resource or as deep into scopes as they lead; null where code did not run. */
    @Nullable
    Target find(Reference reference) {
        List<Object> steps = reference.steps();
        String root = (String) steps.get(0);
        Target start;
        if (Roots.isType(root)) {
            start = resources.find(reference, reference.space(), 0, true);
        } else if (Roots.isComponent(root)) {
            start = components.root(reference);
        } else {
            start = components.module(reference, reference.space());
        }
        while (start != null && start.space() != null && start.next() < steps.size()) {
            Target deeper = deeper(reference, start.space(), start.next());
            if (deeper == null) {
                break;
            }
            start = deeper;
        }
        return start;
    }

    private @Nullable Target deeper(Reference reference, Space space, int next) {
        if (!(reference.steps().get(next) instanceof String name)
                || space.outputs().containsKey(name)) {
            return null;
        }
        if (space.components().containsKey(name)) {
            return components.child(reference, space, name, next + 1);
        }
        if (Roots.isType(name)) {
            return resources.find(reference, space, next, false);
        }
        return null;
    }
}
