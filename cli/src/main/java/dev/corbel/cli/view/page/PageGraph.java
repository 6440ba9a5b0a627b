package dev.corbel.cli.view.page;

import static dev.corbel.cli.view.markup.Html.element;
import static dev.corbel.cli.view.markup.Html.escaped;

import dev.corbel.cli.view.change.PlanOutline;
import dev.corbel.cli.view.graph.GraphModel;
import dev.corbel.cli.view.graph.GraphSource;
import dev.corbel.cli.view.graph.SvgGraph;
import dev.corbel.planner.plan.Plan;
import dev.corbel.planner.plan.ResourceChange;
import dev.corbel.providers.api.address.Address;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Draws what the planned changes need and what needs them, with as much detail as can be looked at. */
final class PageGraph {
    private static final int MAX_OBJECTS = 60;
    private static final int MAX_NODES = 200;
    private static final int MAX_EDGES = 2_000;

    private PageGraph() {}

    static void write(Plan plan, List<PlanOutline.Group> groups, StringBuilder page) {
        if (groups.isEmpty()) {
            return;
        }
        GraphSource source = GraphSource.of(plan).aroundChanges();
        GraphModel graph = source.objects();
        String remark = "What needs something stands to the right of it.";
        if (!canBeSeen(graph, MAX_OBJECTS)) {
            graph = source.resources();
            remark += " The instances of a resource are drawn as one.";
        }
        if (!canBeSeen(graph, MAX_NODES)) {
            graph = source.components();
            remark = "Components that need something stand to the right of it; what is in them is not drawn.";
        }
        boolean drawn = canBeSeen(graph, MAX_NODES);
        page.append("<details id=\"graph\"" + (drawn ? " open" : "") + ">\n<summary>Graph</summary>\n")
                .append(element(
                        "p",
                        "note",
                        drawn ? remark : "It is too large to be looked at: corbel graph --plan prints it."))
                .append('\n');
        if (drawn) {
            Map<Address, String> links = links(groups);
            page.append("<div class=\"drawing\">")
                    .append(SvgGraph.element(graph, node -> Optional.ofNullable(links.get(node.address()))))
                    .append("</div>\n");
        }
        page.append("</details>\n");
    }

    private static boolean canBeSeen(GraphModel graph, int most) {
        return graph.nodes().size() <= most && graph.edges().size() <= MAX_EDGES;
    }

    /** The first row of each node, whether that is an object or a resource with instances. */
    private static Map<Address, String> links(List<PlanOutline.Group> groups) {
        Map<Address, String> links = new HashMap<>();
        for (PlanOutline.Group group : groups) {
            for (ResourceChange change : group.changes()) {
                String link = escaped(RowId.ofChange(change).link());
                links.putIfAbsent(change.address(), link);
                links.putIfAbsent(change.address().withKey(null), link);
            }
        }
        return links;
    }
}
