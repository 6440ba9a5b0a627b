package dev.corbel.cli.view.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Places of the nodes of a graph: a column to the right of all that a node needs, and a lane for each component, inside of that
 * of the component around it. It takes time in proportion to nodes and edges, and crossings of lines are taken as they come.
 */
final class SwimlaneLayout {
    static final int NODE_HEIGHT = 22;
    private static final int ROW = 30;
    private static final int GAP = 70;
    private static final int PADDING = 10;
    private static final int HEADING = 20;
    private static final int CHARACTER = 8;

    private final int[] columns;
    private final int[] lefts;
    private final int[] widths;
    private final Box[] boxes;
    private final List<Lane> lanes = new ArrayList<>();
    private final int width;
    private final int height;

    /** A rectangle. */
    record Box(int x, int y, int width, int height) {}

    /** The lane of a component with its name. */
    record Lane(Box box, String name) {}

    SwimlaneLayout(GraphModel graph) {
        this.columns = columns(graph);
        ClusterTree tree = ClusterTree.of(graph);
        int depth = depth(tree);
        int count = Arrays.stream(columns).max().orElse(0) + 1;
        widths = new int[count];
        for (int number = 0; number < columns.length; number++) {
            int needed = graph.nodes().get(number).labelWithAction().length() * CHARACTER + 2 * PADDING;
            widths[columns[number]] = Math.max(widths[columns[number]], needed);
        }
        lefts = new int[count];
        int left = (depth + 1) * PADDING;
        for (int column = 0; column < count; column++) {
            lefts[column] = left;
            left += widths[column] + GAP;
        }
        width = left - GAP + (depth + 1) * PADDING;
        boxes = new Box[columns.length];
        height = content(tree, 0, PADDING) + PADDING;
    }

    Box box(int node) {
        return boxes[node];
    }

    /** The lanes, each after those in it. */
    List<Lane> lanes() {
        return lanes;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    private static int depth(ClusterTree tree) {
        return tree.inside().stream().mapToInt(inner -> depth(inner) + 1).max().orElse(0);
    }

    /** Places what is in a component below a line, and gives the line below it. */
    private int content(ClusterTree cluster, int depth, int top) {
        Map<Integer, Integer> filled = new HashMap<>();
        int bottom = top;
        for (int number : cluster.nodes()) {
            int row = filled.merge(columns[number], 1, Integer::sum) - 1;
            int y = top + row * ROW;
            boxes[number] = new Box(lefts[columns[number]], y, widths[columns[number]], NODE_HEIGHT);
            bottom = Math.max(bottom, y + ROW);
        }
        for (ClusterTree inner : cluster.inside()) {
            int x = (depth + 1) * PADDING / 2;
            int end = content(inner, depth + 1, bottom + HEADING);
            lanes.add(new Lane(
                    new Box(x, bottom, width - 2 * x, end - bottom),
                    inner.path().heading()));
            bottom = end + PADDING;
        }
        return bottom;
    }

    /** The longest way from each node to one that needs nothing; what stands in a circle, or needs it, counts as far as known. */
    private static int[] columns(GraphModel graph) {
        int[] columns = new int[graph.nodes().size()];
        int[] waiting = new int[columns.length];
        List<List<Integer>> dependents = new ArrayList<>();
        graph.nodes().forEach(node -> dependents.add(new ArrayList<>()));
        for (GraphModel.Edge edge : graph.edges()) {
            waiting[edge.from()]++;
            dependents.get(edge.to()).add(edge.from());
        }
        Deque<Integer> ready = new ArrayDeque<>();
        for (int number = 0; number < waiting.length; number++) {
            if (waiting[number] == 0) {
                ready.add(number);
            }
        }
        while (!ready.isEmpty()) {
            int done = ready.remove();
            for (int dependent : dependents.get(done)) {
                columns[dependent] = Math.max(columns[dependent], columns[done] + 1);
                if (--waiting[dependent] == 0) {
                    ready.add(dependent);
                }
            }
        }
        return columns;
    }
}
