package dev.corbel.cli.view.graph;

import dev.corbel.cli.view.change.Tone;
import dev.corbel.providers.api.text.Printable;

/** A graph in the language of Mermaid, which code hosts draw in Markdown; arrows point to what something needs. */
public final class MermaidGraph {
    private final GraphModel graph;
    private final StringBuilder text = new StringBuilder();
    private int clusters;

    private MermaidGraph(GraphModel graph) {
        this.graph = graph;
    }

    /** The whole text, without a fence around it. */
    public static String render(GraphModel graph) {
        MermaidGraph mermaid = new MermaidGraph(graph);
        mermaid.text.append("flowchart RL\n");
        mermaid.content(ClusterTree.of(graph), "  ");
        for (GraphModel.Edge edge : graph.edges()) {
            mermaid.text.append("  n" + edge.from() + " --> n" + edge.to() + "\n");
        }
        mermaid.classes();
        return mermaid.text.toString();
    }

    private void content(ClusterTree cluster, String indent) {
        for (int number : cluster.nodes()) {
            GraphModel.Node node = graph.nodes().get(number);
            text.append(indent + "n" + number + "[" + quoted(node.labelWithAction()) + "]");
            node.kind().ifPresent(kind -> text.append(":::" + kind.tone().style()));
            text.append('\n');
        }
        for (ClusterTree inner : cluster.inside()) {
            text.append(indent + "subgraph c" + clusters++ + "["
                    + quoted(inner.path().heading()) + "]\n");
            content(inner, indent + "  ");
            text.append(indent + "end\n");
        }
    }

    private void classes() {
        if (graph.nodes().stream().anyMatch(node -> node.kind().isPresent())) {
            for (Tone tone : Tone.values()) {
                text.append("  classDef %s stroke:%s,color:%s\n".formatted(tone.style(), tone.colour(), tone.colour()));
            }
        }
    }

    /** A text in quotes; all that could end it, or mean something to Markdown or HTML, stands there as its number. */
    private static String quoted(String label) {
        StringBuilder quoted = new StringBuilder("\"");
        Printable.line(label).codePoints().forEach(c -> {
            if (Character.isLetterOrDigit(c) || " ._-/:,×".indexOf(c) >= 0) {
                quoted.appendCodePoint(c);
            } else {
                quoted.append('#').append(c).append(';');
            }
        });
        return quoted.append('"').toString();
    }
}
