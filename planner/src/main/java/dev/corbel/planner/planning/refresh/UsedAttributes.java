package dev.corbel.planner.planning.refresh;

import dev.corbel.dsl.model.Argument;
import dev.corbel.dsl.model.Condition;
import dev.corbel.dsl.model.Definition;
import dev.corbel.dsl.model.Lifecycle;
import dev.corbel.dsl.model.ResourceDeclaration;
import dev.corbel.planner.object.Marks;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.expression.Expression;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.ValuePath;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Attributes that matter to a definition: it sets them, or refers to them. What a provider computes beside these changes
 * with what is done to other objects, by this very tool too, and tells nobody anything.
 */
final class UsedAttributes {
    private final Map<Address, ResourceDeclaration> declared = new HashMap<>();
    private final Map<Address, Set<String>> referred = new HashMap<>();
    private final Set<Address> referredWhole = new HashSet<>();

    UsedAttributes(Definition definition) {
        definition.resources().forEach(resource -> {
            declared.put(resource.address(), resource);
            resource.arguments().values().forEach(this::note);
            note(resource.lifecycle());
        });
        definition.dataSources().forEach(data -> {
            data.arguments().values().forEach(this::note);
            note(data.lifecycle());
        });
        definition.providers().values().forEach(provider -> provider.arguments()
                .values()
                .forEach(this::note));
        definition.outputs().forEach(output -> note(output.value()));
        definition.checks().forEach(check -> check.conditions().forEach(this::note));
        definition.adoptions().forEach(adoption -> note(adoption.id()));
    }

    private void note(Argument argument) {
        note(argument.value());
    }

    private void note(Lifecycle lifecycle) {
        lifecycle.replaceTriggeredBy().forEach(this::note);
        lifecycle.preconditions().forEach(this::note);
        lifecycle.postconditions().forEach(this::note);
    }

    private void note(Condition condition) {
        note(condition.condition());
        note(condition.message());
    }

    private void note(Expression expression) {
        expression.forEachReference(reference -> {
            if (!reference.path().isRoot() && reference.path().steps().get(0) instanceof ValuePath.Name first) {
                referred.computeIfAbsent(reference.target(), key -> new HashSet<>())
                        .add(first.name());
            } else {
                referredWhole.add(reference.target());
            }
        });
    }

    /** Tells whether a change of an object touches anything that the definition sets, could set, or refers to. */
    boolean isTouched(Address address, Schema schema, MapValue before, MapValue after) {
        Set<String> names = new HashSet<>(before.entries().keySet());
        names.addAll(after.entries().keySet());
        for (String name : names) {
            if (!Marks.sameValue(before.get(name), after.get(name)) && matters(address, schema, name)) {
                return true;
            }
        }
        return false;
    }

    private boolean matters(Address address, Schema schema, String name) {
        ResourceDeclaration declaration = declared.get(address);
        if (declaration == null || referredWhole.contains(address)) {
            return true;
        }
        @Nullable Attribute attribute = schema.attribute(name);
        boolean computed = attribute != null && attribute.isComputed();
        return !computed
                || declaration.arguments().containsKey(name)
                || referred.getOrDefault(address, Set.of()).contains(name);
    }
}
