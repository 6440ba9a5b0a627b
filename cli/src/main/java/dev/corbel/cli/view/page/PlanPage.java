package dev.corbel.cli.view.page;

import static dev.corbel.cli.view.markup.Html.element;
import static dev.corbel.cli.view.markup.Html.escaped;

import dev.corbel.cli.place.Places;
import dev.corbel.cli.view.change.ChangeLines;
import dev.corbel.cli.view.change.PlanMessages;
import dev.corbel.cli.view.change.PlanOutline;
import dev.corbel.planner.plan.OutputChange;
import dev.corbel.planner.plan.Plan;
import dev.corbel.planner.plan.PlanMode;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * A plan as one page for a browser, with nothing from elsewhere. All of it can be read without the script, which filters and
 * opens rows. Secrets are masked.
 */
public final class PlanPage {
    private final Plan plan;
    private final List<PlanOutline.Group> groups;
    private final PageRows rows;
    private final PageParts parts = new PageParts();
    private final StringBuilder page = new StringBuilder();

    private PlanPage(Plan plan, Places places) {
        this.plan = plan;
        this.groups = plan.mode() == PlanMode.REFRESH_ONLY ? List.of() : PlanOutline.of(plan.changes());
        this.rows = new PageRows(places, page);
    }

    /**
     * The whole page.
     *
     * @param places of what the plan's definition declares
     */
    public static String render(Plan plan, Places places) {
        PlanPage page = new PlanPage(plan, places);
        page.head();
        page.problems();
        page.rows.dangers(page.groups);
        PageOverview.write(page.groups, !plan.drift().isEmpty(), page.page);
        PageGraph.write(plan, page.groups, page.page);
        page.rows.drift(plan.drift());
        page.rows.changes(page.groups);
        page.outputs();
        PageChecks.write(plan, page.page);
        PagePolicies.write(plan, page.page);
        page.page.append(page.parts.script()).append("</body>\n</html>\n");
        return page.page.toString();
    }

    private void head() {
        String title = "Plan of " + escaped(plan.definition().environment());
        page.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta http-equiv=\"Content-Security-Policy\" content=\"" + parts.policy() + "\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .append("<title>" + title + "</title>\n" + parts.style() + "</head>\n<body>\n")
                .append("<h1>" + title + "</h1>\n")
                .append(element("p", "summary", escaped(PlanMessages.summary(plan))))
                .append('\n');
        PlanMessages.besides(plan).ifPresent(this::note);
        if (!plan.complete()) {
            note(PlanMessages.INCOMPLETE);
        }
        page.append(element("p", "time", "Made at " + plan.createdAt().truncatedTo(ChronoUnit.SECONDS)))
                .append('\n');
    }

    private void note(String sentence) {
        page.append(element("p", "note", escaped(sentence))).append('\n');
    }

    private void problems() {
        if (plan.diagnostics().isEmpty()) {
            return;
        }
        page.append("<section id=\"problems\">\n<h2>Problems</h2>\n<ul>\n");
        for (Diagnostic problem : plan.diagnostics()) {
            String style = problem.isError() ? "remove" : "change";
            String word = problem.isError() ? "Error: " : "Warning: ";
            page.append("<li>").append(element("span", style, escaped(word + problem.summary())));
            problem.range()
                    .ifPresent(range -> page.append(' ').append(element("span", "place", escaped(range.toString()))));
            if (!problem.detail().isBlank()) {
                page.append("<br>").append(escaped(problem.detail()));
            }
            page.append("</li>\n");
        }
        page.append("</ul>\n</section>\n");
    }

    private void outputs() {
        List<OutputChange> changed =
                plan.outputs().stream().filter(OutputChange::isChange).toList();
        if (!changed.isEmpty()) {
            page.append("<section id=\"outputs\">\n<h2>Outputs</h2>\n");
            changed.forEach(output -> rows.lines(ChangeLines.of(output)));
            page.append("</section>\n");
        }
    }
}
