package dev.corbel.cli.view.page;

import static dev.corbel.cli.view.markup.Html.element;
import static dev.corbel.cli.view.markup.Html.escaped;

import dev.corbel.planner.plan.CheckResult;
import dev.corbel.planner.plan.Plan;
import dev.corbel.planner.plan.ResourceChange;
import dev.corbel.providers.api.address.Address;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes what came of checks and conditions: what did not pass, with its messages, and the number of those that did. */
final class PageChecks {
    private final Map<Address, RowId> rows = new HashMap<>();
    private final StringBuilder page;

    private PageChecks(StringBuilder page) {
        this.page = page;
    }

    static void write(Plan plan, StringBuilder page) {
        if (!plan.checks().isEmpty()) {
            PageChecks checks = new PageChecks(page);
            plan.changes().stream()
                    .filter(ResourceChange::isChange)
                    .filter(change -> change.deposedKey().isEmpty())
                    .forEach(change -> checks.rows.put(change.address(), RowId.ofChange(change)));
            checks.section(plan.checks());
        }
    }

    private void section(List<CheckResult> checks) {
        page.append("<section id=\"checks\">\n<h2>Checks</h2>\n<ul>\n");
        int passed = 0;
        for (CheckResult check : checks) {
            if (check.status() == CheckResult.Status.PASS) {
                passed++;
            } else {
                result(check);
            }
        }
        page.append("</ul>\n");
        if (passed > 0) {
            page.append(element("p", "note", passed + " passed")).append('\n');
        }
        page.append("</section>\n");
    }

    private void result(CheckResult check) {
        String style = check.status() == CheckResult.Status.UNKNOWN ? "note" : "remove";
        page.append("<li>").append(subject(check)).append(' ').append(element("span", style, word(check.status())));
        if (!check.problems().isEmpty()) {
            page.append("<ul>");
            check.problems().forEach(problem -> page.append("<li>" + escaped(problem) + "</li>"));
            page.append("</ul>");
        }
        page.append("</li>\n");
    }

    private String subject(CheckResult check) {
        if (check.address().isEmpty()) {
            return escaped("check " + check.name().orElse("?"));
        }
        Address address = check.address().get();
        String text = escaped("conditions of " + address);
        RowId row = rows.get(address);
        return row == null ? text : "<a href=\"" + escaped(row.link()) + "\">" + text + "</a>";
    }

    private static String word(CheckResult.Status status) {
        return switch (status) {
            case PASS -> "passed";
            case FAIL -> "failed";
            case ERROR -> "could not be evaluated";
            case UNKNOWN -> "known after apply";
        };
    }
}
