package dev.corbel.dsl;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The strongly connected parts of a graph that have more than one node, by Tarjan's algorithm. */
final class Knots {
    private final Map<String, Set<String>> graph;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, Integer> lowest = new HashMap<>();
    private final Deque<String> open = new ArrayDeque<>();
    private final List<Set<String>> found = new ArrayList<>();

    Knots(Map<String, Set<String>> graph) {
        this.graph = graph;
        graph.keySet().forEach(node -> {
            if (!numbers.containsKey(node)) {
                visit(node);
            }
        });
    }

    List<Set<String>> all() {
        return found;
    }

    private int visit(String node) {
        int number = numbers.size();
        numbers.put(node, number);
        lowest.put(node, number);
        open.push(node);
        for (String next : graph.getOrDefault(node, Set.of())) {
            if (!numbers.containsKey(next)) {
                lowest.merge(node, visit(next), Math::min);
            } else if (open.contains(next)) {
                lowest.merge(node, numbers.getOrDefault(next, number), Math::min);
            }
        }
        int low = lowest.getOrDefault(node, number);
        if (low == number) {
            close(node);
        }
        return low;
    }

    private void close(String root) {
        Set<String> knot = new TreeSet<>();
        String node;
        do {
            node = open.pop();
            knot.add(node);
        } while (!node.equals(root));
        if (knot.size() > 1) {
            found.add(knot);
        }
    }
}
