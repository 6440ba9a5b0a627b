package dev.corbel.cli.view.graph;

import static dev.corbel.cli.view.markup.Html.escaped;

import dev.corbel.cli.view.change.Tone;
import java.util.Optional;
import java.util.function.Function;

/** A graph as a drawing: what needs something stands to the right of it, in the lane of its component. */
public final class SvgGraph {
    private static final String STYLE = """
        text { font: 12px ui-monospace, monospace; }
        .lane { fill: none; stroke: #c0c0c0; } .lane-name { fill: #6b6b6b; }
        .node rect { fill: #ffffff; stroke: #6b6b6b; } .edge { fill: none; stroke: #6b6b6b; stroke-opacity: .6; }
        """;

    private final GraphModel graph;
    private final SwimlaneLayout layout;
    private final StringBuilder text = new StringBuilder();

    private SvgGraph(GraphModel graph) {
        this.graph = graph;
        this.layout = new SwimlaneLayout(graph);
    }

    /** A whole file. */
    public static String render(GraphModel graph) {
        SvgGraph drawing = new SvgGraph(graph);
        drawing.begin("xmlns=\"http://www.w3.org/2000/svg\" ");
        drawing.style();
        drawing.content(node -> Optional.empty());
        return drawing.text.toString();
    }

    /**
     * An element for a page, which styles it.
     *
     * @param links what a node leads to, in quotes already
     */
    public static String element(GraphModel graph, Function<GraphModel.Node, Optional<String>> links) {
        SvgGraph drawing = new SvgGraph(graph);
        drawing.begin("");
        drawing.content(links);
        return drawing.text.toString();
    }

    private void begin(String attributes) {
        text.append("<svg " + attributes + "role=\"img\" width=\"" + layout.width() + "\" height=\"" + layout.height())
                .append("\" viewBox=\"0 0 " + layout.width() + " " + layout.height() + "\">\n")
                .append("<title>" + escaped("What needs what in " + graph.environment()) + "</title>\n");
    }

    private void style() {
        text.append("<style>\n").append(STYLE);
        for (Tone tone : Tone.values()) {
            text.append(".%s rect { stroke: %s; } .%s text { fill: %s; }\n"
                    .formatted(tone.style(), tone.colour(), tone.style(), tone.colour()));
        }
        text.append("</style>\n");
    }

    private void content(Function<GraphModel.Node, Optional<String>> links) {
        layout.lanes().forEach(this::lane);
        graph.edges().forEach(this::edge);
        for (int number = 0; number < graph.nodes().size(); number++) {
            GraphModel.Node node = graph.nodes().get(number);
            Optional<String> link = links.apply(node);
            link.ifPresent(target -> text.append("<a href=\"" + target + "\">"));
            node(node, layout.box(number));
            text.append(link.isPresent() ? "</a>\n" : "\n");
        }
        text.append("</svg>\n");
    }

    private void lane(SwimlaneLayout.Lane lane) {
        SwimlaneLayout.Box box = lane.box();
        text.append("<rect class=\"lane\" " + rectangle(box) + " rx=\"6\"/>")
                .append("<text class=\"lane-name\" x=\"" + (box.x() + 6) + "\" y=\"" + (box.y() + 14) + "\">")
                .append(escaped(lane.name()) + "</text>\n");
    }

    private void edge(GraphModel.Edge edge) {
        SwimlaneLayout.Box needed = layout.box(edge.to());
        SwimlaneLayout.Box dependent = layout.box(edge.from());
        int x1 = needed.x() + needed.width();
        int y1 = needed.y() + needed.height() / 2;
        int x2 = dependent.x();
        int y2 = dependent.y() + dependent.height() / 2;
        int middle = (x1 + x2) / 2;
        text.append("<path class=\"edge\" d=\"M" + x1 + " " + y1 + " C" + middle + " " + y1 + " " + middle + " " + y2)
                .append(" " + x2 + " " + y2 + "\"/>\n");
    }

    private void node(GraphModel.Node node, SwimlaneLayout.Box box) {
        String style = node.kind().map(kind -> " " + kind.tone().style()).orElse("");
        text.append("<g class=\"node" + style + "\"><title>"
                        + escaped(node.address().toString()) + "</title>")
                .append("<rect " + rectangle(box) + " rx=\"3\"/>")
                .append("<text x=\"" + (box.x() + 8) + "\" y=\"" + (box.y() + 15) + "\">")
                .append(escaped(node.labelWithAction()) + "</text></g>");
    }

    private static String rectangle(SwimlaneLayout.Box box) {
        return "x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"".formatted(box.x(), box.y(), box.width(), box.height());
    }
}
