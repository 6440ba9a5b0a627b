package dev.corbel.dsl.resolve;

import dev.corbel.dsl.program.Placeholder;
import dev.corbel.dsl.program.Problem;
import dev.corbel.dsl.scope.Context;
import dev.corbel.dsl.scope.DeclaredValue;
import dev.corbel.dsl.scope.KeyStep;
import dev.corbel.dsl.scope.Reference;
import dev.corbel.dsl.scope.ResourceGroup;
import dev.corbel.dsl.scope.Scope;
import dev.corbel.dsl.scope.Undeclared;
import dev.corbel.providers.api.expression.Expression;
import dev.corbel.providers.api.value.Value;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes the expressions for attributes of resources, and for inputs and outputs of scopes, that references lead to. */
final class OutputLookup {
    private final Context context;
    private final ValueLinker linker;
    private final ResourceLookup resources;
    private final TargetLookup targets;
    private final Map<Scope, Map<String, Expression>> outputs = new HashMap<>();
    // By identity: outputs may hold deferred values, which refuse to be compared.
    private final Set<Scope.Output> open = Collections.newSetFromMap(new IdentityHashMap<>());

    OutputLookup(Context context, ValueLinker linker) {
        this.context = context;
        this.linker = linker;
        this.resources = new ResourceLookup(context);
        this.targets = new TargetLookup(context);
    }

    /** The expression that a reference stands for. */
    Expression resolve(Reference reference) {
        Target target = targets.find(reference);
        if (target == null) {
            return Expression.of(Value.unknown());
        }
        ResourceGroup group = target.group();
        return group != null
                ? resources.attribute(reference, group, target.next())
                : inScope(reference, java.util.Objects.requireNonNull(target.scope()), target.next());
    }

    private Expression inScope(Reference reference, Scope scope, int next) {
        List<Object> steps = reference.steps();
        if (next >= steps.size()) {
            throw Problem.error(
                    "\"" + reference.display() + "\" alone is no value",
                    "It is " + scope.title() + ".",
                    "Choose one of its outputs: " + String.join(", ", Undeclared.outputs(scope)) + ".",
                    reference.range());
        }
        Object step = steps.get(next);
        String name = step instanceof String text ? text : step instanceof KeyStep key ? String.valueOf(key.key()) : "";
        Optional<Expression> value = output(scope, name).or(() -> input(scope, name));
        if (value.isEmpty()) {
            if (context.problems().isIncomplete()) {
                return Expression.of(Value.unknown());
            }
            throw Undeclared.output(scope, name, reference);
        }
        return new OutputParts(resources, reference).of(value.get(), next + 1);
    }

    /** The expression for an output; empty where the scope has none of that name. */
    Optional<Expression> output(Scope scope, String name) {
        Map<String, Expression> known = outputs.computeIfAbsent(scope, key -> new HashMap<>());
        Expression earlier = known.get(name);
        if (earlier != null) {
            return Optional.of(earlier);
        }
        Scope.Output output = scope.outputs().get(name);
        if (output == null) {
            return DefaultOutputs.of(scope, name, this::output);
        }
        if (!open.add(output)) {
            throw Problem.error(
                    "The output \"" + name + "\" of " + scope.title() + " refers to itself", "", null, output.range());
        }
        try {
            Expression value = output.value() == Placeholder.VALUE
                    ? Expression.of(Value.unknown())
                    : linker.link(output.value(), output.valueRange());
            boolean sensitive = output.sensitive()
                    || (scope.type() != null
                            && scope.type().outputs().containsKey(name)
                            && scope.type().outputs().get(name).sensitive());
            Expression marked = sensitive ? new Expression.Sensitive(value) : value;
            known.put(name, marked);
            return Optional.of(marked);
        } finally {
            open.remove(output);
        }
    }

    private Optional<Expression> input(Scope scope, String name) {
        if (scope.type() == null) {
            return Optional.empty();
        }
        DeclaredValue.Written written = scope.inputs().get(name);
        if (written != null) {
            return Optional.of(linker.link(written.value()));
        }
        var attribute = scope.type().inputs().attribute(name);
        return attribute == null
                ? Optional.empty()
                : Optional.of(Expression.of(attribute.defaultValue().orElse(Value.ofNull())));
    }
}
