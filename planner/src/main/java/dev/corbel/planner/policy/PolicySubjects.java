package dev.corbel.planner.policy;

import dev.corbel.dsl.model.Guardrails;
import dev.corbel.planner.graph.ResourceGraph;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.fact.Fact;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The things that policies look at.
 *
 * @param components of the definition
 * @param resources that are planned, or that there are
 * @param byAddress all of them
 * @param graph of the definition
 * @param regions the areas of regions
 * @param parents of the objects that are in or on others, and that no definition has
 */
record PolicySubjects(
        Guardrails guardrails,
        List<PolicySubject> components,
        List<PolicySubject> resources,
        Map<Address, PolicySubject> byAddress,
        ResourceGraph graph,
        RegionAreas regions,
        Map<Address, Address> parents) {

    static PolicySubjects of(
            Guardrails guardrails, List<PolicySubject> components, List<PolicySubject> resources, ResourceGraph graph) {
        Map<Address, PolicySubject> byAddress = new HashMap<>();
        components.forEach(subject -> byAddress.put(subject.address(), subject));
        resources.forEach(subject -> byAddress.put(subject.address(), subject));
        return new PolicySubjects(
                guardrails, components, resources, byAddress, graph, RegionAreas.of(components), Map.of());
    }

    PolicySubjects withParents(Map<Address, Address> known) {
        return new PolicySubjects(guardrails, components, resources, byAddress, graph, regions, Map.copyOf(known));
    }

    /** The components, then the resources. */
    Stream<PolicySubject> all() {
        return Stream.concat(components.stream(), resources.stream());
    }

    Optional<PolicySubject> find(Address address) {
        return Optional.ofNullable(byAddress.get(address));
    }

    /** A verdict that quotes nothing of its subject that must not be shown. */
    Verdict withoutSecrets(Verdict verdict) {
        return verdict.message().isEmpty()
                ? verdict
                : verdict.scope()
                        .flatMap(this::find)
                        .map(subject -> verdict.hiding(subject.secrets()))
                        .orElse(verdict);
    }

    /** The component of a kind that something is in. */
    Optional<PolicySubject> around(Address address, String kind) {
        Optional<Address> around = Optional.of(address);
        while (around.isPresent()) {
            if (around.get().last().kind().equals(kind)) {
                return find(around.get());
            }
            around = around.get().parent();
        }
        return Optional.empty();
    }

    /** The instances that need one directly. */
    List<PolicySubject> dependents(Address address) {
        return graph.contains(address)
                ? graph.dependents(address).stream()
                        .flatMap(user -> find(user).stream())
                        .toList()
                : List.of();
    }

    /** The instances that one needs directly. */
    List<PolicySubject> dependencies(Address address) {
        Address parent = parents.get(address);
        if (parent != null) {
            return find(parent).stream().toList();
        }
        return graph.contains(address)
                ? graph.dependencies(address).stream()
                        .flatMap(needed -> find(needed).stream())
                        .toList()
                : List.of();
    }

    /** Tells whether an object answers connections from outside, and of what kind. */
    static Optional<Fact.Reachable> reachable(PolicySubject subject) {
        return subject.facts(Fact.Reachable.class).findFirst();
    }
}
