package dev.corbel.planner.graph;

import dev.corbel.dsl.model.AdoptionDeclaration;
import dev.corbel.dsl.model.Argument;
import dev.corbel.dsl.model.Condition;
import dev.corbel.dsl.model.DataDeclaration;
import dev.corbel.dsl.model.Definition;
import dev.corbel.dsl.model.Lifecycle;
import dev.corbel.dsl.model.ProviderDeclaration;
import dev.corbel.dsl.model.ResourceDeclaration;
import dev.corbel.providers.api.ProviderKey;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.expression.Expression;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Builds the graph from every reference and every {@code dependsOn} of a definition. */
final class DependencyCollector {
    private final Definition definition;
    private final DependencyGraph graph = new DependencyGraph();
    private final Map<ProviderKey, Map<Address, SourceRange>> ofProviders = new HashMap<>();
    private final Map<Address, AdoptionDeclaration> adoptions = new HashMap<>();
    private final List<Diagnostic> problems = new ArrayList<>();

    DependencyCollector(Definition definition) {
        this.definition = definition;
    }

    DependencyGraph graph() {
        definition.resources().forEach(resource -> graph.addVertex(resource.address()));
        definition.dataSources().forEach(data -> graph.addVertex(data.address()));
        definition.providers().forEach((key, declaration) -> ofProviders.put(key, needs(declaration)));
        definition.adoptions().forEach(adoption -> adoptions.put(adoption.address(), adoption));
        definition.resources().forEach(this::connect);
        definition.dataSources().forEach(this::connect);
        return graph;
    }

    /** Conditions that could never be evaluated. */
    List<Diagnostic> problems() {
        return problems;
    }

    private static Map<Address, SourceRange> needs(ProviderDeclaration declaration) {
        Map<Address, SourceRange> needed = new LinkedHashMap<>();
        fromArguments(declaration.arguments(), needed);
        return needed;
    }

    private void connect(ResourceDeclaration resource) {
        Map<Address, SourceRange> needed = new LinkedHashMap<>();
        AdoptionDeclaration adoption = adoptions.get(resource.address());
        if (adoption != null) {
            from(adoption.id(), adoption.range(), needed);
        }
        connect(
                resource.address(),
                resource.provider(),
                resource.arguments(),
                resource.lifecycle(),
                resource.dependsOn(),
                resource.range(),
                needed);
    }

    private void connect(DataDeclaration data) {
        connect(
                data.address(),
                data.provider(),
                data.arguments(),
                data.lifecycle(),
                data.dependsOn(),
                data.range(),
                new LinkedHashMap<>());
    }

    private void connect(
            Address address,
            ProviderKey provider,
            Map<String, Argument> arguments,
            Lifecycle lifecycle,
            List<Address> dependsOn,
            SourceRange range,
            Map<Address, SourceRange> needed) {
        fromArguments(arguments, needed);
        lifecycle.replaceTriggeredBy().forEach(trigger -> from(trigger, range, needed));
        dependsOn.forEach(other -> needed.putIfAbsent(other, range));
        ofProviders.getOrDefault(provider, Map.of()).forEach(needed::putIfAbsent);
        Map<Address, SourceRange> inConditions = new LinkedHashMap<>();
        lifecycle.preconditions().forEach(condition -> from(condition, inConditions));
        SourceRange own = inConditions.remove(address);
        if (own != null) {
            problems.add(selfish(address, own));
        }
        lifecycle.postconditions().forEach(condition -> from(condition, inConditions));
        // A postcondition may look at the very resource that it belongs to.
        inConditions.remove(address);
        inConditions.forEach(needed::putIfAbsent);
        needed.forEach((target, where) -> {
            if (graph.containsVertex(target)) {
                graph.addEdge(address, target, new Dependency(where));
            }
        });
    }

    private static Diagnostic selfish(Address address, SourceRange range) {
        return Diagnostic.error(
                        "A precondition of " + address + " refers to " + address + " itself",
                        "A precondition is evaluated before its object is made, changed or read, so it would wait for"
                                + " itself: a cycle.")
                .at(address)
                .at(range)
                .withHint("Write a postcondition, which is evaluated afterwards.");
    }

    private static void fromArguments(Map<String, Argument> arguments, Map<Address, SourceRange> needed) {
        arguments.values().forEach(argument -> from(argument.value(), argument.range(), needed));
    }

    private static void from(Condition condition, Map<Address, SourceRange> needed) {
        from(condition.condition(), condition.range(), needed);
        from(condition.message(), condition.range(), needed);
    }

    private static void from(Expression expression, SourceRange around, Map<Address, SourceRange> needed) {
        expression.forEachReference(reference ->
                needed.putIfAbsent(reference.target(), reference.range().orElse(around)));
    }
}
