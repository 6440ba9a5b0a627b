package dev.corbel.cli.drift;

import dev.corbel.cli.terminal.Style;
import dev.corbel.cli.terminal.Style.Ink;
import dev.corbel.engine.drift.DriftReport;
import dev.corbel.planner.drift.DriftKind;
import dev.corbel.planner.drift.DriftSeverity;
import dev.corbel.planner.drift.Finding;
import dev.corbel.providers.api.text.Printable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The report for people: what drifted, where to look, and the sum in the last line. */
public final class DriftText {
    /** Longer values stand below each other. */
    private static final int LONG = 60;

    private static final int MAX_SAME_CAUSE = 3;

    private final Style style;

    public DriftText(Style style) {
        this.style = style;
    }

    /** The whole text. */
    public String render(DriftResult result) {
        if (result.reports().isEmpty()) {
            return "No environments.\n";
        }
        StringBuilder text = new StringBuilder();
        boolean many = result.reports().size() > 1;
        for (DriftReport report : result.reports()) {
            if (many) {
                text.append(style.paint(Ink.EMPHASIS, "Environment " + Printable.line(report.environment())))
                        .append('\n');
            }
            environment(report, result.least(), text);
            if (many) {
                text.append('\n');
            }
        }
        if (many) {
            text.append(total(result)).append('\n');
        }
        return text.toString();
    }

    private void environment(DriftReport report, DriftSeverity least, StringBuilder text) {
        List<Finding> counting = report.counting(least);
        counting.forEach(finding -> finding(finding, text));
        List<Finding> notes = report.findings().stream()
                .filter(finding ->
                        finding.ignored().isEmpty() && finding.kind() != DriftKind.UNREADABLE && !finding.counts(least))
                .toList();
        notes.forEach(finding -> finding(finding, text));
        unreadable(report, text);
        text.append(TypeListings.of(report));
        text.append(DriftSums.of(report, least)).append('\n');
    }

    private void finding(Finding finding, StringBuilder text) {
        text.append(style.paint(ink(finding.severity()), finding.kind().text()))
                .append(FindingWords.weight(finding))
                .append("  ")
                .append(style.paint(Ink.EMPHASIS, FindingWords.subject(finding)));
        finding.range()
                .ifPresent(range -> text.append(
                        style.paint(Ink.FAINT, "  at " + Printable.line(range.file()) + ":" + range.line())));
        text.append('\n');
        values(finding, text);
        if (!finding.detail().isEmpty()) {
            text.append("    ").append(Printable.line(finding.detail())).append('\n');
        }
    }

    private static void values(Finding finding, StringBuilder text) {
        if (finding.attribute().isEmpty() || !FindingWords.hasValues(finding)) {
            return;
        }
        String before = FindingWords.shown(finding.before());
        String after = FindingWords.shown(finding.after());
        if (before.length() + after.length() <= LONG) {
            text.append("    ").append(before).append(" → ").append(after).append('\n');
        } else {
            text.append("    - ")
                    .append(before)
                    .append("\n    + ")
                    .append(after)
                    .append('\n');
        }
    }

    private static Ink ink(DriftSeverity severity) {
        return switch (severity) {
            case HIGH -> Ink.ERROR;
            case MEDIUM -> Ink.WARNING;
            case LOW -> Ink.CHANGED;
            case NOTE -> Ink.FAINT;
        };
    }

    /** Objects that share a reason stand together. */
    private void unreadable(DriftReport report, StringBuilder text) {
        Map<String, List<Finding>> byReason = new LinkedHashMap<>();
        report.findings().stream()
                .filter(finding -> finding.kind() == DriftKind.UNREADABLE
                        && finding.ignored().isEmpty())
                .forEach(finding -> byReason.computeIfAbsent(finding.detail(), reason -> new ArrayList<>())
                        .add(finding));
        byReason.forEach((reason, findings) -> {
            String named = findings.stream()
                    .limit(MAX_SAME_CAUSE)
                    .map(FindingWords::subject)
                    .collect(Collectors.joining(", "));
            int more = findings.size() - MAX_SAME_CAUSE;
            text.append(style.paint(Ink.WARNING, DriftKind.UNREADABLE.text()))
                    .append("  ")
                    .append(style.paint(Ink.EMPHASIS, named + (more > 0 ? " and " + more + " more" : "")))
                    .append("\n    ")
                    .append(Printable.line(reason))
                    .append('\n');
        });
    }

    private static String total(DriftResult result) {
        long drifted = result.reports().stream()
                .filter(report -> !report.counting(result.least()).isEmpty())
                .count();
        long incomplete =
                result.reports().stream().filter(report -> !report.isComplete()).count();
        return DriftSums.amount(result.reports().size(), "environment") + ": " + drifted + " with drift, " + incomplete
                + " incomplete.";
    }
}
