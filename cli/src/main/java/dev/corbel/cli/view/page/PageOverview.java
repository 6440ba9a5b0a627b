package dev.corbel.cli.view.page;

import static dev.corbel.cli.view.markup.Html.escaped;

import dev.corbel.cli.view.change.ChangeCounts;
import dev.corbel.cli.view.change.ChangeKind;
import dev.corbel.cli.view.change.NaturalOrder;
import dev.corbel.cli.view.change.PlanOutline;
import dev.corbel.planner.plan.ResourceChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Writes the counts of the page, and the filters for which they are the choices. */
final class PageOverview {
    private final List<PlanOutline.Group> groups;
    private final StringBuilder page;

    private PageOverview(List<PlanOutline.Group> groups, StringBuilder page) {
        this.groups = groups;
        this.page = page;
    }

    /** @param drift whether the page has rows of drift */
    static void write(List<PlanOutline.Group> groups, boolean drift, StringBuilder page) {
        if (groups.isEmpty() && !drift) {
            return;
        }
        PageOverview overview = new PageOverview(groups, page);
        Map<String, ChangeCounts> kinds = overview.byKind();
        overview.counts(kinds);
        overview.filters(kinds.keySet(), drift);
    }

    private Map<String, ChangeCounts> byKind() {
        Map<String, ChangeCounts> kinds = new TreeMap<>();
        for (PlanOutline.Group group : groups) {
            for (ResourceChange change : group.changes()) {
                kinds.computeIfAbsent(change.address().last().kind(), kind -> new ChangeCounts())
                        .add(ChangeKind.of(change));
            }
        }
        return kinds;
    }

    private void counts(Map<String, ChangeCounts> kinds) {
        if (groups.isEmpty()) {
            return;
        }
        page.append("<section id=\"counts\">\n");
        ChangeCounts all = ChangeCounts.of(
                groups.stream().flatMap(group -> group.changes().stream()).toList());
        table("By action", () -> all.kinds().forEach(kind -> row("to " + kind.verb(), String.valueOf(all.of(kind)))));
        table("By app and component", () -> PlanOutline.totals(groups)
                .forEach((path, counts) -> row(path.title(), counts.words())));
        table("By kind", () -> kinds.forEach((kind, counts) -> row(kind, counts.words())));
        page.append("</section>\n");
    }

    private void table(String caption, Runnable rows) {
        page.append("<table><caption>" + caption + "</caption><tbody>\n");
        rows.run();
        page.append("</tbody></table>\n");
    }

    private void row(String name, String counts) {
        page.append("<tr><th scope=\"row\">" + escaped(name) + "</th><td>" + counts + "</td></tr>\n");
    }

    /** Hidden until the script shows it, since nothing else makes it work. */
    private void filters(Set<String> kinds, boolean drift) {
        List<String> actions = new ArrayList<>();
        groups.stream()
                .flatMap(group -> group.changes().stream())
                .map(change -> ChangeKind.of(change).verb())
                .distinct()
                .sorted()
                .forEach(actions::add);
        if (drift) {
            actions.add("drift");
        }
        Set<String> components = new TreeSet<>(NaturalOrder.TEXTS);
        PlanOutline.totals(groups).keySet().forEach(path -> components.add(path.title()));
        page.append("<form id=\"filters\" hidden>\n");
        choice("action", "Action", actions);
        choice("kind", "Kind", kinds);
        choice("component", "Component", components);
        page.append("<label>Text <input type=\"search\" name=\"text\"></label>\n")
                .append("<button type=\"reset\">All</button>\n")
                .append("<button type=\"button\" name=\"open\">Open</button>\n")
                .append("<button type=\"button\" name=\"close\">Close</button>\n")
                .append("<output id=\"shown\"></output>\n</form>\n");
    }

    private void choice(String name, String label, Iterable<String> values) {
        page.append("<label>" + label + " <select name=\"" + name + "\"><option value=\"\">any</option>");
        for (String value : values) {
            page.append("<option>" + escaped(value) + "</option>");
        }
        page.append("</select></label>\n");
    }
}
