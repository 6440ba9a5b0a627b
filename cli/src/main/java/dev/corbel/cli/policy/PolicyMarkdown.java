package dev.corbel.cli.policy;

import dev.corbel.cli.view.markup.Markdown;
import dev.corbel.planner.plan.PolicyOutcome;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The report in Markdown: what it was found at, the counts by policy, what does not pass, waivers, and what is not covered. */
public final class PolicyMarkdown {
    private final PolicySheet sheet;
    private final List<PolicyRow> rows;
    private final StringBuilder text = new StringBuilder();

    private PolicyMarkdown(PolicySheet sheet) {
        this.sheet = sheet;
        this.rows = PolicyRow.of(sheet);
    }

    public static String of(PolicySheet sheet) {
        PolicyMarkdown report = new PolicyMarkdown(sheet);
        report.head();
        report.counts();
        report.table(
                "Not passed",
                List.of("policy", "scope", "result", "mandatory", "message", "place"),
                row -> !row.cell("result").equals(PolicyOutcome.PASSED.text())
                        && !row.cell("result").equals(PolicyOutcome.WAIVED.text())
                        && !row.cell("mandatory").isEmpty());
        report.table(
                "Waivers",
                List.of(
                        "policy",
                        "scope",
                        "result",
                        "category",
                        "reason",
                        "control",
                        "owner",
                        "ticket",
                        "until",
                        "days_left"),
                row -> !row.cell("category").isEmpty());
        report.coverage();
        return report.text.toString();
    }

    private void head() {
        text.append("<!-- corbel-policy ")
                .append(Markdown.hidden(sheet.environment()))
                .append(" -->\n### Policies of ")
                .append(Markdown.code(sheet.environment()))
                .append("\n\n- Day: ")
                .append(sheet.report().asOf())
                .append("\n- Production: ")
                .append(sheet.definition().guardrails().production() ? "yes" : "no")
                .append("\n- Commit: ")
                .append(Markdown.code(sheet.commit().orElse("none")))
                .append("\n- State: serial ")
                .append(sheet.serial())
                .append(sheet.isComplete() ? "" : "\n- **Not complete: there were errors while planning.**")
                .append("\n\n");
    }

    private void counts() {
        Map<String, Map<String, Long>> counts = rows.stream()
                .filter(row -> !row.cell("mandatory").isEmpty())
                .collect(Collectors.groupingBy(
                        row -> row.cell("policy"),
                        TreeMap::new,
                        Collectors.groupingBy(row -> row.cell("result"), Collectors.counting())));
        List<String> outcomes = List.of("failed", "undetermined", "waiting", "waived", "passed");
        text.append("| policy | ").append(String.join(" | ", outcomes)).append(" |\n|---|--:|--:|--:|--:|--:|\n");
        counts.forEach((policy, results) -> text.append("| ")
                .append(Markdown.text(policy))
                .append(" | ")
                .append(outcomes.stream()
                        .map(outcome -> String.valueOf(results.getOrDefault(outcome, 0L)))
                        .collect(Collectors.joining(" | ")))
                .append(" |\n"));
        text.append('\n');
    }

    private void table(String title, List<String> columns, Predicate<PolicyRow> wanted) {
        List<PolicyRow> shown = rows.stream().filter(wanted).toList();
        if (shown.isEmpty()) {
            return;
        }
        text.append("#### ").append(title).append("\n\n| ");
        text.append(columns.stream().map(name -> name.replace('_', ' ')).collect(Collectors.joining(" | ")))
                .append(" |\n|")
                .append("---|".repeat(columns.size()))
                .append('\n');
        shown.forEach(row -> text.append("| ")
                .append(columns.stream()
                        .map(name -> Markdown.text(row.cell(name)))
                        .collect(Collectors.joining(" | ")))
                .append(" |\n"));
        text.append('\n');
    }

    private void coverage() {
        List<String> types = sheet.report().typesWithoutFacts();
        if (!types.isEmpty()) {
            text.append("#### Not covered\n\nThe built-in policies know no facts of ")
                    .append(types.stream().map(Markdown::code).collect(Collectors.joining(", ")))
                    .append(".\n");
        }
    }
}
