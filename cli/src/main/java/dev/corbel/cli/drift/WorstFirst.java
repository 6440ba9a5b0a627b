package dev.corbel.cli.drift;

import dev.corbel.engine.drift.DriftReport;
import dev.corbel.planner.drift.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The findings of one or more reports by weight, so that a limit keeps the worst; what is ignored comes last. */
final class WorstFirst {
    private static final Comparator<Located> ORDER = Comparator.comparing(
                    (Located located) -> located.finding().ignored().isPresent())
            .thenComparing(located -> Level.of(located.finding()))
            .thenComparing(located -> located.finding().severity(), Comparator.reverseOrder());

    private WorstFirst() {}

    /** A finding with the report that it is of. */
    record Located(DriftReport report, Finding finding) {}

    /** All findings. Those of one weight keep the order of environments and addresses. */
    static List<Located> of(List<DriftReport> reports) {
        List<Located> all = new ArrayList<>();
        reports.forEach(report -> report.findings().forEach(finding -> all.add(new Located(report, finding))));
        all.sort(ORDER);
        return all;
    }
}
