package dev.corbel.cli.drift;

import dev.corbel.cli.view.markup.Markdown;
import dev.corbel.engine.drift.DriftReport;
import dev.corbel.planner.drift.Finding;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * The report as a comment or a summary on a code host: the sums, then a table of findings, the worst first. It is cut between
 * rows, and says how many are left out.
 */
public final class DriftMarkdown {
    /** In UTF-16 units; GitHub takes 65,536 in a comment. */
    static final int MAX_COMMENT = 65_000;

    /** In bytes of UTF-8; GitHub takes 1 MiB in the summary of a step. */
    static final int MAX_SUMMARY = 1_000_000;

    /** Room for the sentence about what is left out. */
    private static final int RESERVE = 200;

    /** Sums of more environments would leave no room for findings. */
    private static final int MAX_SUMS = 100;

    private static final int MAX_ERRORS = 20;

    private final DriftResult result;
    private final int limit;
    private final ToIntFunction<String> length;
    private final StringBuilder text = new StringBuilder();
    private int used;

    private DriftMarkdown(DriftResult result, int limit, ToIntFunction<String> length) {
        this.result = result;
        this.limit = limit - RESERVE;
        this.length = length;
    }

    /** The report as a comment. Its first line names the environment, so that a job finds its comment of the last time. */
    public static String comment(DriftResult result) {
        return new DriftMarkdown(result, MAX_COMMENT, String::length).render();
    }

    /** The report as the summary of a job. */
    public static String summary(DriftResult result) {
        return new DriftMarkdown(result, MAX_SUMMARY, part -> part.getBytes(StandardCharsets.UTF_8).length).render();
    }

    private String render() {
        add("<!-- corbel-drift " + marker() + " -->\n");
        add("### " + headline() + "\n\n");
        sums();
        errors();
        findings();
        return text.toString();
    }

    private boolean isSeveral() {
        return result.reports().size() != 1;
    }

    private String marker() {
        return isSeveral()
                ? "all environments"
                : Markdown.hidden(result.reports().get(0).environment());
    }

    private String headline() {
        int counting = result.counting();
        String where = isSeveral()
                ? ""
                : " in " + Markdown.code(result.reports().get(0).environment());
        return counting == 0 ? "No drift" + where : "Drift" + where + ": " + DriftSums.amount(counting, "finding");
    }

    private void sums() {
        List<DriftReport> reports = result.reports();
        for (DriftReport report : reports.subList(0, Math.min(reports.size(), MAX_SUMS))) {
            String name = isSeveral() ? Markdown.code(report.environment()) + ": " : "";
            add((isSeveral() ? "- " : "") + name + Markdown.text(DriftSums.of(report, result.least())) + "\n");
        }
        if (reports.size() > MAX_SUMS) {
            add("- " + DriftSums.amount(reports.size() - MAX_SUMS, "more environment") + "\n");
        }
        add("\n");
    }

    private void errors() {
        List<String> lines = new ArrayList<>();
        for (DriftReport report : result.reports()) {
            for (Diagnostic error : report.errors()) {
                FindingPlace place = FindingPlace.of(error, report, result);
                lines.add("- **Error** " + Markdown.text(FindingWords.shortened(error.summary())) + " at "
                        + Markdown.code(place.file() + ":" + place.line()) + "\n");
            }
        }
        lines.stream().limit(MAX_ERRORS).forEach(this::add);
        if (lines.size() > MAX_ERRORS) {
            add("- " + DriftSums.amount(lines.size() - MAX_ERRORS, "more error") + "\n");
        }
        add(lines.isEmpty() ? "" : "\n");
    }

    private void findings() {
        List<WorstFirst.Located> shown = WorstFirst.of(result.reports()).stream()
                .filter(located -> located.finding().ignored().isEmpty())
                .toList();
        if (shown.isEmpty()) {
            return;
        }
        add(
                isSeveral()
                        ? "| severity | kind | environment | object | place | what |\n|---|---|---|---|---|---|\n"
                        : "| severity | kind | object | place | what |\n|---|---|---|---|---|\n");
        int rows = 0;
        for (WorstFirst.Located located : shown) {
            if (!add(row(located))) {
                break;
            }
            rows++;
        }
        if (rows < shown.size()) {
            text.append("\n")
                    .append(DriftSums.amount(shown.size() - rows, "more finding"))
                    .append(" left out here; `corbel drift` shows all.\n");
        }
    }

    private String row(WorstFirst.Located located) {
        Finding finding = located.finding();
        FindingPlace place = FindingPlace.of(finding, located.report(), result);
        return "| " + finding.severity().text()
                + " | " + finding.kind().text()
                + (isSeveral() ? " | " + Markdown.code(located.report().environment()) : "")
                + " | " + Markdown.code(FindingWords.shortened(FindingWords.subject(finding)))
                + " | " + Markdown.code(place.file() + ":" + place.line())
                + " | " + Markdown.text(FindingWords.explanation(finding)) + " |\n";
    }

    private boolean add(String part) {
        int needed = length.applyAsInt(part);
        if (used + needed > limit) {
            return false;
        }
        text.append(part);
        used += needed;
        return true;
    }
}
