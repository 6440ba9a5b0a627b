package dev.corbel.cli.drift;

import dev.corbel.cli.terminal.Style;
import dev.corbel.cli.terminal.Style.Ink;
import dev.corbel.cli.view.diff.Literal;
import dev.corbel.engine.drift.DriftReport;
import dev.corbel.planner.drift.DriftKind;
import dev.corbel.planner.drift.DriftSeverity;
import dev.corbel.planner.drift.Finding;
import dev.corbel.providers.api.text.Printable;
import dev.corbel.providers.api.value.Value;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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
        text.append(summary(report, counting)).append('\n');
    }

    private void finding(Finding finding, StringBuilder text) {
        String kind = finding.kind().text();
        text.append(style.paint(ink(finding.severity()), kind))
                .append(
                        finding.severity() == DriftSeverity.NOTE
                                ? ""
                                : " (" + finding.severity().text() + ")")
                .append("  ")
                .append(style.paint(Ink.EMPHASIS, subject(finding)));
        finding.range()
                .ifPresent(range -> text.append(
                        style.paint(Ink.FAINT, "  at " + Printable.line(range.file()) + ":" + range.line())));
        text.append('\n');
        values(finding, text);
        if (!finding.detail().isEmpty()) {
            text.append("    ").append(Printable.line(finding.detail())).append('\n');
        }
    }

    /** The address with the attribute; of a stranger its parent and what it is. */
    static String subject(Finding finding) {
        String address = Printable.line(finding.address().map(Object::toString).orElse(""));
        String attribute = finding.attribute().map(name -> "." + name).orElse("");
        String stranger =
                Printable.line(finding.type() + finding.id().map(id -> " " + id).orElse(""));
        return switch (finding.kind()) {
            case ATTACHED -> address + ": " + stranger;
            case ORPHAN, UNMANAGED -> stranger;
            default -> address.isEmpty() ? stranger : address + attribute;
        };
    }

    private static void values(Finding finding, StringBuilder text) {
        if (finding.attribute().isEmpty()) {
            return;
        }
        String before = shown(finding.before());
        String after = shown(finding.after());
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

    private static String shown(Value value) {
        return value.isNull() ? "(none)" : Literal.of(value);
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
                    .map(DriftText::subject)
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

    private static String summary(DriftReport report, List<Finding> counting) {
        StringBuilder line = new StringBuilder();
        if (!report.errors().isEmpty() && report.objects() == 0) {
            return "Environment \"" + Printable.line(report.environment()) + "\" could not be looked at.";
        }
        line.append(counting.isEmpty() ? "No drift" : "Drift: " + counts(counting));
        line.append(report.unreadable() > 0 ? " as far as could be read (" + report.unreadable() + " could not)" : "");
        line.append(". ").append(amount(report.objects(), "object"));
        long calls = report.calls().values().stream().mapToLong(Long::longValue).sum();
        line.append(", ").append(amount(calls, "call"));
        long ignored = report.findings().stream()
                .filter(finding -> finding.ignored().isPresent())
                .count();
        if (ignored > 0) {
            line.append(", ").append(ignored).append(" ignored");
        }
        return line.append('.').toString();
    }

    private static String counts(List<Finding> counting) {
        Map<DriftKind, Integer> kinds = new EnumMap<>(DriftKind.class);
        counting.forEach(finding -> kinds.merge(finding.kind(), 1, Integer::sum));
        return kinds.entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey().text())
                .collect(Collectors.joining(", "));
    }

    private static String total(DriftResult result) {
        long drifted = result.reports().stream()
                .filter(report -> !report.counting(result.least()).isEmpty())
                .count();
        long incomplete =
                result.reports().stream().filter(report -> !report.isComplete()).count();
        return amount(result.reports().size(), "environment") + ": " + drifted + " with drift, " + incomplete
                + " incomplete.";
    }

    private static String amount(long count, String thing) {
        return String.format(Locale.ROOT, "%,d %s%s", count, thing, count == 1 ? "" : "s");
    }
}
