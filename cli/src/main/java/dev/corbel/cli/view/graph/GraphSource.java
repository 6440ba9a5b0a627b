package dev.corbel.cli.view.graph;

import dev.corbel.cli.view.change.ChangeKind;
import dev.corbel.planner.graph.ResourceGraph;
import dev.corbel.planner.plan.Action;
import dev.corbel.planner.plan.Plan;
import dev.corbel.planner.plan.ResourceChange;
import dev.corbel.providers.api.address.Address;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The objects of a definition or of a plan and what each needs, from which graphs of several degrees of detail are made. */
public final class GraphSource {
    private final String environment;
    private final Map<Address, List<Address>> needs;
    private final Map<Address, ChangeKind> kinds;

    private GraphSource(String environment, Map<Address, List<Address>> needs, Map<Address, ChangeKind> kinds) {
        this.environment = environment;
        this.needs = needs;
        this.kinds = kinds;
    }

    /** What a definition declares. */
    public static GraphSource of(String environment, ResourceGraph graph) {
        Map<Address, List<Address>> needs = new HashMap<>();
        graph.order().forEach(address -> needs.put(address, graph.dependencies(address)));
        return new GraphSource(environment, needs, Map.of());
    }

    /** What a plan is about, with what does not change. */
    public static GraphSource of(Plan plan) {
        Map<Address, List<Address>> needs = new HashMap<>();
        Map<Address, ChangeKind> kinds = new HashMap<>();
        for (ResourceChange change : plan.changes()) {
            if (change.deposedKey().isPresent()) {
                needs.putIfAbsent(change.address(), change.dependencies());
            } else {
                needs.put(change.address(), change.dependencies());
            }
            if (change.isChange() || change.action() == Action.READ) {
                kinds.merge(change.address(), ChangeKind.of(change), GraphSource::worse);
            }
        }
        return new GraphSource(plan.definition().environment(), needs, kinds);
    }

    /** The same without what neither changes nor stands next to something that does. */
    public GraphSource aroundChanges() {
        Set<Address> kept = new LinkedHashSet<>(kinds.keySet());
        needs.forEach((address, needed) -> {
            if (kinds.containsKey(address)) {
                kept.addAll(needed);
            } else if (needed.stream().anyMatch(kinds::containsKey)) {
                kept.add(address);
            }
        });
        Map<Address, List<Address>> rest = new HashMap<>(needs);
        rest.keySet().retainAll(kept);
        return new GraphSource(environment, rest, kinds);
    }

    /** A graph with a node for each object. */
    public GraphModel objects() {
        return merged(address -> address);
    }

    /** A graph in which the instances of a resource are one node. */
    public GraphModel resources() {
        return merged(address -> address.last().key() == null ? address : address.withKey(null));
    }

    /** A graph in which all that stands in a component is one node. */
    public GraphModel components() {
        return merged(address -> address.parent().orElseGet(() -> address.withKey(null)));
    }

    private GraphModel merged(UnaryOperator<Address> place) {
        Map<Address, Address> places = needs.keySet().stream().collect(Collectors.toMap(address -> address, place));
        Map<Address, Integer> counts = new HashMap<>();
        Map<Address, ChangeKind> planned = new HashMap<>();
        places.forEach((address, to) -> {
            counts.merge(to, 1, Integer::sum);
            ChangeKind kind = kinds.get(address);
            if (kind != null) {
                planned.merge(to, kind, GraphSource::worse);
            }
        });
        List<Address> order = counts.keySet().stream().sorted().toList();
        Map<Address, Integer> numbers = new HashMap<>();
        List<GraphModel.Node> nodes = new ArrayList<>();
        for (Address address : order) {
            numbers.put(address, nodes.size());
            nodes.add(new GraphModel.Node(
                    address, Optional.ofNullable(planned.get(address)), counts.getOrDefault(address, 1)));
        }
        return new GraphModel(environment, nodes, edges(places, order, numbers));
    }

    private List<GraphModel.Edge> edges(
            Map<Address, Address> places, Collection<Address> order, Map<Address, Integer> numbers) {
        Map<Address, Set<Address>> needed = new HashMap<>();
        needs.forEach((address, targets) -> {
            Address from = places.getOrDefault(address, address);
            for (Address target : targets) {
                Address to = places.get(target);
                if (to != null && !to.equals(from)) {
                    needed.computeIfAbsent(from, first -> new TreeSet<>()).add(to);
                }
            }
        });
        List<GraphModel.Edge> edges = new ArrayList<>();
        for (Address from : order) {
            for (Address to : needed.getOrDefault(from, Set.of())) {
                edges.add(new GraphModel.Edge(numbers.getOrDefault(from, 0), numbers.getOrDefault(to, 0)));
            }
        }
        return edges;
    }

    private static ChangeKind worse(ChangeKind one, ChangeKind other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
