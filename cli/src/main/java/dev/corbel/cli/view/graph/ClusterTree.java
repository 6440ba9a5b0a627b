package dev.corbel.cli.view.graph;

import dev.corbel.cli.view.change.ComponentPath;
import dev.corbel.cli.view.change.NaturalOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The nodes of a graph in their components, and these inside of each other. */
final class ClusterTree {
    private final ComponentPath path;
    private final List<Integer> nodes = new ArrayList<>();
    private final Map<ComponentPath, ClusterTree> inside = new TreeMap<>();

    private ClusterTree(ComponentPath path) {
        this.path = path;
    }

    /** The tree of a graph; its root is the top level. */
    static ClusterTree of(GraphModel graph) {
        ClusterTree root = new ClusterTree(new ComponentPath(List.of()));
        for (int number = 0; number < graph.nodes().size(); number++) {
            root.within(graph.nodes().get(number).path()).nodes.add(number);
        }
        root.sort(Comparator.comparing(number -> graph.nodes().get(number).address(), NaturalOrder.ADDRESSES));
        return root;
    }

    private ClusterTree within(ComponentPath whole) {
        ClusterTree tree = this;
        for (int depth = 1; depth <= whole.steps().size(); depth++) {
            tree = tree.inside.computeIfAbsent(new ComponentPath(whole.steps().subList(0, depth)), ClusterTree::new);
        }
        return tree;
    }

    private void sort(Comparator<Integer> order) {
        nodes.sort(order);
        inside.values().forEach(cluster -> cluster.sort(order));
    }

    /** The components from the outside in. */
    ComponentPath path() {
        return path;
    }

    /** The numbers of the nodes that stand directly in it. */
    List<Integer> nodes() {
        return nodes;
    }

    /** The components in it. */
    List<ClusterTree> inside() {
        return List.copyOf(inside.values());
    }
}
