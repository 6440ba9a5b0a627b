package dev.corbel.cli.view.page;

import static dev.corbel.cli.view.markup.Html.element;
import static dev.corbel.cli.view.markup.Html.escaped;

import dev.corbel.cli.view.change.PlanMessages;
import dev.corbel.cli.view.change.PolicyMessages;
import dev.corbel.planner.plan.Plan;
import dev.corbel.planner.plan.PolicyOutcome;
import dev.corbel.planner.plan.PolicyResult;
import java.util.List;

/** Writes what policies say of a plan: all that did not pass, and the counts. */
final class PagePolicies {
    private PagePolicies() {}

    static void write(Plan plan, StringBuilder page) {
        List<PolicyResult> shown = PolicyMessages.shown(plan);
        PlanMessages.policies(plan).ifPresent(counts -> {
            page.append("<section id=\"policies\">\n<h2>Policies</h2>\n<ul>\n");
            shown.forEach(result -> page.append("<li>")
                    .append(escaped(PolicyMessages.sentence(result)))
                    .append(' ')
                    .append(element("span", style(result), PolicyMessages.word(result)))
                    .append("</li>\n"));
            page.append("</ul>\n").append(element("p", "note", escaped(counts))).append("\n</section>\n");
        });
    }

    private static String style(PolicyResult result) {
        if (result.isRefusal()) {
            return "remove";
        }
        return result.outcome() == PolicyOutcome.WAITING || result.outcome() == PolicyOutcome.WAIVED
                ? "note"
                : "change";
    }
}
