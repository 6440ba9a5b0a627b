package dev.corbel.dsl.evaluate;

import dev.corbel.dsl.evaluate.Reference.KeyStep;
import dev.corbel.dsl.program.Placeholder;
import dev.corbel.providers.api.expression.Expression;
import dev.corbel.providers.api.value.Value;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what references mean: instances, inputs and outputs, from the inside out. */
final class Resolver {
    private final Context context;
    private final Linker linker;
    private final ResourceLookup resources;
    private final ComponentLookup components;
    private final Map<Space, Map<String, Expression>> outputs = new HashMap<>();
    // By identity: outputs may hold deferred values, which refuse to be compared.
    private final Set<Space.Output> open = Collections.newSetFromMap(new IdentityHashMap<>());

    Resolver(Context context, Linker linker) {
        this.context = context;
        this.linker = linker;
        this.resources = new ResourceLookup(context);
        this.components = new ComponentLookup(context);
    }

    /** Where a reference leads: into a place, or to a resource; and the position of the next step. */
    record Target(@Nullable Space space, @Nullable ResourceGroup group, int next) {}

    /** The expression that a reference stands for. */
    Expression resolve(Reference reference) {
        Target target = target(reference);
        if (target == null) {
            return Expression.of(Value.unknown());
        }
        ResourceGroup group = target.group();
        return group != null
                ? resources.attribute(reference, group, target.next())
                : inPlace(reference, java.util.Objects.requireNonNull(target.space()), target.next());
    }

    /** Follows the steps to a resource or as deep into places as they lead; null where code did not run. */
    @Nullable
    Target target(Reference reference) {
        List<Object> steps = reference.steps();
        String root = (String) steps.get(0);
        Target start;
        if (isResourceKind(root)) {
            start = resources.find(reference, reference.space(), 0, true);
        } else if (Space.isComponentKind(root)) {
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

    static boolean isResourceKind(String name) {
        return name.indexOf('_') > 0 || name.equals("data");
    }

    private @Nullable Target deeper(Reference reference, Space space, int next) {
        if (!(reference.steps().get(next) instanceof String name)
                || space.outputs().containsKey(name)) {
            return null;
        }
        if (space.components().containsKey(name)) {
            return components.child(reference, space, name, next + 1);
        }
        if (isResourceKind(name)) {
            return resources.find(reference, space, next, false);
        }
        return null;
    }

    private Expression inPlace(Reference reference, Space space, int next) {
        List<Object> steps = reference.steps();
        if (next >= steps.size()) {
            throw BlockReceiver.error(
                    "\"" + reference.display() + "\" alone is no value",
                    "It is " + space.title() + ".",
                    "Choose one of its outputs: " + String.join(", ", Undeclared.outputs(space)) + ".",
                    reference.range());
        }
        Object step = steps.get(next);
        String name = step instanceof String text ? text : step instanceof KeyStep key ? String.valueOf(key.key()) : "";
        Optional<Expression> value = output(space, name).or(() -> input(space, name));
        if (value.isEmpty()) {
            if (context.problems().isIncomplete()) {
                return Expression.of(Value.unknown());
            }
            throw Undeclared.output(space, name, reference);
        }
        return new OutputParts(resources, reference).of(value.get(), next + 1);
    }

    /** What an output gives; empty where the place has none of that name. */
    Optional<Expression> output(Space space, String name) {
        Map<String, Expression> known = outputs.computeIfAbsent(space, key -> new HashMap<>());
        Expression earlier = known.get(name);
        if (earlier != null) {
            return Optional.of(earlier);
        }
        Space.Output output = space.outputs().get(name);
        if (output == null) {
            return DefaultOutputs.of(this, space, name);
        }
        if (!open.add(output)) {
            throw BlockReceiver.error(
                    "The output \"" + name + "\" of " + space.title() + " refers to itself", "", null, output.range());
        }
        try {
            Expression value = output.value() == Placeholder.VALUE
                    ? Expression.of(Value.unknown())
                    : linker.link(output.value(), output.valueRange());
            boolean sensitive = output.sensitive()
                    || (space.type() != null
                            && space.type().outputs().containsKey(name)
                            && space.type().outputs().get(name).sensitive());
            Expression marked = sensitive ? new Expression.Sensitive(value) : value;
            known.put(name, marked);
            return Optional.of(marked);
        } finally {
            open.remove(output);
        }
    }

    private Optional<Expression> input(Space space, String name) {
        if (space.type() == null) {
            return Optional.empty();
        }
        Raw.Written written = space.inputs().get(name);
        if (written != null) {
            return Optional.of(linker.link(written.raw()));
        }
        var attribute = space.type().inputs().attribute(name);
        return attribute == null
                ? Optional.empty()
                : Optional.of(Expression.of(attribute.defaultValue().orElse(Value.ofNull())));
    }

    ResourceLookup resources() {
        return resources;
    }
}
