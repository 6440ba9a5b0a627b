package dev.corbel.cli.view.graph;

import dev.corbel.providers.api.text.Printable;

/** A graph in the language of Graphviz; arrows point to what something needs, and components are boxes around theirs. */
public final class DotGraph {
    private final GraphModel graph;
    private final StringBuilder text = new StringBuilder();

    private DotGraph(GraphModel graph) {
        this.graph = graph;
    }

    /** The whole file. */
    public static String render(GraphModel graph) {
        DotGraph dot = new DotGraph(graph);
        dot.text.append("digraph ").append(quoted(graph.environment())).append(" {\n");
        dot.text.append("  rankdir = \"RL\";\n  node [shape = \"box\"];\n");
        graph.nodes().forEach(dot::node);
        graph.edges().forEach(dot::edge);
        ClusterTree.of(graph).inside().forEach(cluster -> dot.cluster(cluster, "  "));
        return dot.text.append("}\n").toString();
    }

    private void node(GraphModel.Node node) {
        text.append("  ").append(name(node));
        node.kind().ifPresent(kind -> text.append(" [label = ")
                .append(quoted(kind.symbol().strip() + " " + node.address()))
                .append(", color = ")
                .append(quoted(kind.tone().colour()))
                .append(", fontcolor = ")
                .append(quoted(kind.tone().colour()))
                .append("]"));
        text.append(";\n");
    }

    private void edge(GraphModel.Edge edge) {
        text.append("  ")
                .append(name(graph.nodes().get(edge.from())))
                .append(" -> ")
                .append(name(graph.nodes().get(edge.to())))
                .append(";\n");
    }

    private void cluster(ClusterTree cluster, String indent) {
        String name = "cluster_" + cluster.path().address().qualified();
        text.append(indent).append("subgraph ").append(quoted(name)).append(" {\n");
        text.append(indent)
                .append("  label = ")
                .append(quoted(cluster.path().heading()))
                .append(";\n");
        cluster.nodes().forEach(number -> text.append(indent)
                .append("  ")
                .append(name(graph.nodes().get(number)))
                .append(";\n"));
        cluster.inside().forEach(inner -> cluster(inner, indent + "  "));
        text.append(indent).append("}\n");
    }

    private static String name(GraphModel.Node node) {
        return quoted(node.address().toString());
    }

    private static String quoted(String text) {
        return '"' + Printable.line(text).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
