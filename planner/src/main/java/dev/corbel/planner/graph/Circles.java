package dev.corbel.planner.graph;

import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.SourceRange;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jgrapht.alg.connectivity.KosarajuStrongConnectivityInspector;

/** Finds the shortest circle in each group of instances that need each other. */
final class Circles {
    /** In a group that is so large that looking from every instance would take long, a short circle has to do. */
    private static final int LARGEST_EFFORT = 2_000_000;

    private final DependencyGraph graph;
    private int effort;

    private Circles(DependencyGraph graph) {
        this.graph = graph;
    }

    static List<Diagnostic> in(DependencyGraph graph) {
        Circles circles = new Circles(graph);
        List<Diagnostic> found = new ArrayList<>();
        for (Set<Address> group : new KosarajuStrongConnectivityInspector<>(graph).stronglyConnectedSets()) {
            List<Dependency> circle = circles.shortest(group);
            if (!circle.isEmpty()) {
                found.add(circles.describe(circle));
            }
        }
        found.sort((left, right) -> left.summary().compareTo(right.summary()));
        return found;
    }

    /** Empty where the group is a single instance that does not need itself. */
    private List<Dependency> shortest(Set<Address> group) {
        List<Dependency> best = List.of();
        for (Address start : group.stream().sorted().toList()) {
            List<Dependency> circle = from(start, group, best.isEmpty() ? Integer.MAX_VALUE : best.size());
            if (!circle.isEmpty()) {
                best = circle;
            }
            boolean enough = best.size() == 1 || (best.size() == 2 && !hasLoop(group));
            if (enough || (effort > LARGEST_EFFORT && !best.isEmpty())) {
                return best;
            }
        }
        return best;
    }

    private boolean hasLoop(Set<Address> group) {
        return group.stream().anyMatch(address -> graph.outgoingEdgesOf(address).stream()
                .anyMatch(edge -> graph.getEdgeTarget(edge).equals(address)));
    }

    /** The shortest way from an instance back to itself; empty where none is shorter than the limit. */
    private List<Dependency> from(Address start, Set<Address> group, int limit) {
        Map<Address, Dependency> reachedBy = new HashMap<>();
        Map<Address, Integer> distance = new HashMap<>(Map.of(start, 0));
        ArrayDeque<Address> next = new ArrayDeque<>(List.of(start));
        while (!next.isEmpty()) {
            Address current = next.remove();
            int steps = distance.getOrDefault(current, 0) + 1;
            if (steps >= limit) {
                return List.of();
            }
            for (Dependency edge : graph.outgoingEdgesOf(current)) {
                effort++;
                Address target = graph.getEdgeTarget(edge);
                if (target.equals(start)) {
                    return path(start, edge, reachedBy);
                }
                if (group.contains(target) && distance.putIfAbsent(target, steps) == null) {
                    reachedBy.put(target, edge);
                    next.add(target);
                }
            }
        }
        return List.of();
    }

    private List<Dependency> path(Address start, Dependency last, Map<Address, Dependency> reachedBy) {
        List<Dependency> path = new ArrayList<>(List.of(last));
        for (Address at = graph.getEdgeSource(last); !at.equals(start); ) {
            Dependency edge = Objects.requireNonNull(reachedBy.get(at));
            path.add(edge);
            at = graph.getEdgeSource(edge);
        }
        Collections.reverse(path);
        return path;
    }

    private Diagnostic describe(List<Dependency> circle) {
        Address first = graph.getEdgeSource(circle.get(0));
        StringBuilder names = new StringBuilder(first.toString());
        StringBuilder lines = new StringBuilder();
        for (Dependency edge : circle) {
            names.append(" → ").append(graph.getEdgeTarget(edge));
            lines.append(graph.getEdgeSource(edge)).append(" needs ").append(graph.getEdgeTarget(edge));
            edge.range()
                    .map(SourceRange::toString)
                    .ifPresent(place -> lines.append(" (").append(place).append(')'));
            lines.append('\n');
        }
        return Diagnostic.error(
                        "These need each other in a cycle: " + names,
                        lines.toString().strip())
                .at(first)
                .at(circle.get(0).range().orElse(null))
                .withHint("Take one of these references away.");
    }
}
