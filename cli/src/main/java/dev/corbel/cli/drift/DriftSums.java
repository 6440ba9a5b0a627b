package dev.corbel.cli.drift;

import dev.corbel.engine.drift.DriftReport;
import dev.corbel.planner.drift.DriftKind;
import dev.corbel.planner.drift.DriftSeverity;
import dev.corbel.planner.drift.Finding;
import dev.corbel.providers.api.text.Printable;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The sums of a report in a sentence. */
final class DriftSums {
    private DriftSums() {}

    /** What drifted in one environment, and what was looked at. */
    static String of(DriftReport report, DriftSeverity least) {
        if (!report.errors().isEmpty() && report.objects() == 0) {
            return "Environment \"" + Printable.line(report.environment()) + "\" could not be looked at.";
        }
        List<Finding> counting = report.counting(least);
        StringBuilder line = new StringBuilder();
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

    /** A number with its thing, in the plural where it is not one. */
    static String amount(long count, String thing) {
        return String.format(Locale.ROOT, "%,d %s%s", count, thing, count == 1 ? "" : "s");
    }
}
