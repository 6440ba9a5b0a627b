package dev.corbel.cli.view;

import dev.corbel.planner.graph.ResourceGraph;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.text.Printable;

/** The graph of a definition in the language of Graphviz; arrows point to what something needs. */
public final class GraphView {
    private GraphView() {}

    public static String render(String environment, ResourceGraph graph) {
        StringBuilder text =
                new StringBuilder("digraph ").append(quoted(environment)).append(" {\n");
        text.append("  rankdir = \"RL\";\n  node [shape = \"box\"];\n");
        for (Address address : graph.order().stream().sorted().toList()) {
            text.append("  ").append(quoted(address.toString())).append(";\n");
        }
        for (Address address : graph.order().stream().sorted().toList()) {
            for (Address needed : graph.dependencies(address).stream().sorted().toList()) {
                text.append("  ")
                        .append(quoted(address.toString()))
                        .append(" -> ")
                        .append(quoted(needed.toString()))
                        .append(";\n");
            }
        }
        return text.append("}\n").toString();
    }

    private static String quoted(String text) {
        return '"' + Printable.line(text).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
