package dev.corbel.cli.view.page;

import static dev.corbel.cli.view.markup.Html.element;
import static dev.corbel.cli.view.markup.Html.escaped;

import dev.corbel.cli.place.Places;
import dev.corbel.cli.view.change.ChangeCounts;
import dev.corbel.cli.view.change.ChangeKind;
import dev.corbel.cli.view.change.ChangeLines;
import dev.corbel.cli.view.change.ChangeNotes;
import dev.corbel.cli.view.change.ComponentPath;
import dev.corbel.cli.view.change.DriftNotes;
import dev.corbel.cli.view.change.PlanOutline;
import dev.corbel.cli.view.diff.DiffLine;
import dev.corbel.planner.plan.ResourceChange;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.address.Step;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes the rows of the page: a change each, to open and to link to. */
final class PageRows {
    private static final String DRIFT = "drift";

    private final Places places;
    private final StringBuilder page;

    PageRows(Places places, StringBuilder page) {
        this.places = places;
        this.page = page;
    }

    /** Lists what takes objects away, with links to the rows. */
    void dangers(List<PlanOutline.Group> groups) {
        List<ResourceChange> dangers = PlanOutline.dangers(groups);
        if (dangers.isEmpty()) {
            return;
        }
        page.append("<section id=\"dangers\">\n<h2>Look at these first</h2>\n<ul>\n");
        for (ResourceChange danger : dangers) {
            ChangeKind kind = ChangeKind.of(danger);
            page.append("<li><a class=\"" + kind.tone().style() + "\" href=\""
                            + escaped(RowId.ofChange(danger).link()) + "\">")
                    .append(escaped(kind.symbol().strip() + " " + danger.address()))
                    .append("</a>");
            note(ChangeNotes.of(danger));
            page.append("</li>\n");
        }
        page.append("</ul>\n</section>\n");
    }

    /** Lists what somebody else changed; all of it open. */
    void drift(List<ResourceChange> drift) {
        if (drift.isEmpty()) {
            return;
        }
        page.append("<section id=\"drift\" class=\"group\">\n<h2>Changed outside of Corbel since the last run</h2>\n");
        for (ResourceChange found : drift) {
            String symbol = found.after().isNull() ? "- " : "~ ";
            begin(RowId.ofDrift(found), found, DRIFT, true);
            summary(
                    found.after().isNull() ? "remove" : "change",
                    symbol + found.address(),
                    DriftNotes.of(found),
                    RowId.ofDrift(found),
                    found.address());
            lines(ChangeLines.ofDrift(found));
            page.append("</details>\n");
        }
        page.append("</section>\n");
    }

    /** Writes the groups inside of each other, as their components are. */
    void changes(List<PlanOutline.Group> groups) {
        List<Step> open = List.of();
        Map<ComponentPath, ChangeCounts> totals = PlanOutline.totals(groups);
        page.append("<section id=\"changes\">\n");
        for (PlanOutline.Group group : groups) {
            open = enter(open, group.path().steps(), totals);
            if (open.isEmpty()) {
                page.append("<h2>" + escaped(group.path().heading()) + "</h2>\n");
            }
            group.changes().forEach(this::change);
        }
        enter(open, List.of(), totals);
        page.append("</section>\n");
    }

    /** Ends the components that are left and begins those that come. */
    private List<Step> enter(List<Step> from, List<Step> to, Map<ComponentPath, ChangeCounts> totals) {
        int shared = 0;
        while (shared < Math.min(from.size(), to.size()) && from.get(shared).equals(to.get(shared))) {
            shared++;
        }
        page.append("</section>\n".repeat(from.size() - shared));
        for (int depth = shared; depth < to.size(); depth++) {
            ComponentPath path = new ComponentPath(to.subList(0, depth + 1));
            page.append("<section class=\"group\">\n");
            heading(Math.min(depth, 4) + 2, path, totals.getOrDefault(path, new ChangeCounts()));
        }
        return to;
    }

    private void heading(int level, ComponentPath path, ChangeCounts counts) {
        page.append("<h" + level + " title=\"" + escaped(path.title()) + "\">" + escaped(path.heading()) + " ")
                .append(element("span", "note", counts.words()));
        places.of(path.address())
                .ifPresent(place -> page.append(' ').append(element("span", "place", escaped(place.toString()))));
        page.append("</h" + level + ">\n");
    }

    private void change(ResourceChange change) {
        ChangeKind kind = ChangeKind.of(change);
        RowId id = RowId.ofChange(change);
        begin(id, change, kind.verb(), kind.compareTo(ChangeKind.UPDATE) <= 0);
        String head = kind.symbol().strip() + " " + PlanOutline.Group.relative(change.address());
        summary(kind.tone().style(), head, ChangeNotes.of(change), id, change.address());
        lines(ChangeLines.of(change));
        page.append("</details>\n");
    }

    private void begin(RowId id, ResourceChange change, String action, boolean open) {
        page.append("<details class=\"row\" id=\"" + escaped(id.text()) + "\" data-action=\"" + action)
                .append("\" data-kind=\"" + escaped(change.address().last().kind()))
                .append("\" data-component=\""
                        + escaped(ComponentPath.around(change.address()).title()))
                .append(open ? "\" open>" : "\">");
    }

    private void summary(String style, String head, String remark, RowId id, Address address) {
        String whole = escaped(address.toString());
        page.append("<summary title=\"" + whole + "\">").append(element("span", style, escaped(head)));
        note(remark);
        places.of(address)
                .ifPresent(place -> page.append(' ').append(element("span", "place", escaped(place.toString()))));
        page.append(" <a class=\"link\" href=\"" + escaped(id.link()) + "\" title=\"Link to " + whole + "\">link</a>")
                .append("</summary>\n");
    }

    private void note(String remark) {
        if (!remark.isEmpty()) {
            page.append(' ').append(element("span", "note", "# " + escaped(remark)));
        }
    }

    /** Writes what changes, line by line. */
    void lines(List<DiffLine> lines) {
        if (lines.isEmpty()) {
            return;
        }
        page.append("<pre>");
        for (DiffLine line : lines) {
            String note = line.note().isEmpty() ? "" : "  " + element("span", "remove", "# " + escaped(line.note()));
            String text = "    ".repeat(line.depth()) + line.mark().symbol() + " " + escaped(line.text());
            page.append(element("span", line.mark().name().toLowerCase(Locale.ROOT), text))
                    .append(note)
                    .append('\n');
        }
        page.append("</pre>\n");
    }
}
