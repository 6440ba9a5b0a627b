package dev.corbel.cli.drift;

import dev.corbel.engine.drift.DriftReport;
import dev.corbel.planner.drift.Finding;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.SourceRange;
import java.util.Optional;

/**
 * The place in the repository that a report points to. Code hosts show nothing that has none, so what has no place of its own
 * stands at the first line of its environment.
 *
 * @param file relative to the root of the repository, with {@code /}
 * @param line counted from 1
 */
record FindingPlace(String file, int line) {
    static FindingPlace of(Finding finding, DriftReport report, DriftResult result) {
        return of(finding.range(), report, result);
    }

    static FindingPlace of(Diagnostic problem, DriftReport report, DriftResult result) {
        return of(problem.range(), report, result);
    }

    private static FindingPlace of(Optional<SourceRange> range, DriftReport report, DriftResult result) {
        return new FindingPlace(
                result.folder() + range.map(SourceRange::file).orElse(report.file()),
                range.map(SourceRange::line).orElse(1));
    }
}
