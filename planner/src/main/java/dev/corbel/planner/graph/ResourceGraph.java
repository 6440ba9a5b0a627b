package dev.corbel.planner.graph;

import dev.corbel.dsl.model.Definition;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The resources and data sources of a definition as a graph of what needs what. It has no circles. */
public final class ResourceGraph {
    private final DependencyGraph graph;
    private final List<Address> order;
    private final Map<Address, List<Address>> recorded = new HashMap<>();

    private ResourceGraph(DependencyGraph graph, List<Address> order) {
        this.graph = graph;
        this.order = List.copyOf(order);
    }

    /**
     * The graph of a definition.
     *
     * @throws DiagnosticsException with the shortest circle of each group of instances that need each other, and with
     *     preconditions that refer to what they guard
     */
    public static ResourceGraph of(Definition definition) {
        DependencyCollector collector = new DependencyCollector(definition);
        DependencyGraph graph = collector.graph();
        List<Address> order = inOrder(graph);
        List<Diagnostic> problems = new ArrayList<>(collector.problems());
        if (order.size() < graph.vertexSet().size()) {
            problems.addAll(Circles.in(graph));
        }
        if (!problems.isEmpty()) {
            throw new DiagnosticsException(problems);
        }
        return new ResourceGraph(graph, order);
    }

    /** Everything that is in a circle, or needs something that is, is missing from the result. */
    private static List<Address> inOrder(DependencyGraph graph) {
        Map<Address, Integer> waiting = new HashMap<>();
        ArrayDeque<Address> ready = new ArrayDeque<>();
        for (Address address : graph.vertexSet()) {
            int needed = graph.outDegreeOf(address);
            if (needed == 0) {
                ready.add(address);
            } else {
                waiting.put(address, needed);
            }
        }
        List<Address> order = new ArrayList<>();
        while (!ready.isEmpty()) {
            Address done = ready.remove();
            order.add(done);
            for (Dependency edge : graph.incomingEdgesOf(done)) {
                Address dependent = graph.getEdgeSource(edge);
                if (waiting.merge(dependent, -1, Integer::sum) == 0) {
                    ready.add(dependent);
                }
            }
        }
        return order;
    }

    /** All instances, each after everything that it needs. */
    public List<Address> order() {
        return order;
    }

    public boolean contains(Address address) {
        return graph.containsVertex(address);
    }

    /** The instances that one needs directly. */
    public List<Address> dependencies(Address address) {
        List<Address> needed = new ArrayList<>();
        for (Dependency edge : graph.outgoingEdgesOf(address)) {
            needed.add(graph.getEdgeTarget(edge));
        }
        return needed;
    }

    /** The instances that need one directly. */
    public List<Address> dependents(Address address) {
        List<Address> dependents = new ArrayList<>();
        for (Dependency edge : graph.incomingEdgesOf(address)) {
            dependents.add(graph.getEdgeSource(edge));
        }
        return dependents;
    }

    /** The resources that an instance needs directly or through data sources: what state records of it. */
    public List<Address> resourceDependencies(Address address) {
        List<Address> direct = dependencies(address);
        if (direct.stream().noneMatch(Address::isData)) {
            return direct;
        }
        Set<Address> resources = new LinkedHashSet<>();
        for (Address needed : direct) {
            if (needed.isData()) {
                resources.addAll(throughData(needed));
            } else {
                resources.add(needed);
            }
        }
        return List.copyOf(resources);
    }

    private List<Address> throughData(Address data) {
        List<Address> known = recorded.get(data);
        if (known == null) {
            known = resourceDependencies(data);
            recorded.put(data, known);
        }
        return known;
    }
}
