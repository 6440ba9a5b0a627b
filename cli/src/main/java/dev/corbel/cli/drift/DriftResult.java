package dev.corbel.cli.drift;

import dev.corbel.engine.drift.DriftReport;
import dev.corbel.planner.drift.DriftSeverity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The result of a look for drift.
 *
 * @param reports one for each environment, in the order of their names
 * @param least the weight from which on a finding counts as drift
 * @param folder of the project, relative to the root of its repository, with a slash at the end; empty where they are the same
 * @param shard the part of the environments that was looked at; empty where it is all that was asked for
 */
public record DriftResult(List<DriftReport> reports, DriftSeverity least, String folder, Optional<Shard> shard) {
    public DriftResult {
        reports = List.copyOf(reports);
    }

    /** A result that is no part of a larger one. */
    public DriftResult(List<DriftReport> reports, DriftSeverity least, String folder) {
        this(reports, least, folder, Optional.empty());
    }

    /** The number of findings that are drift, in all environments. */
    public int counting() {
        return reports.stream()
                .mapToInt(report -> report.counting(least).size())
                .sum();
    }

    /** The same in parts of at most so many environments, in their order; one part where there is no environment. */
    public List<DriftResult> inPartsOf(int size) {
        List<DriftResult> parts = new ArrayList<>();
        for (int from = 0; from == 0 || from < reports.size(); from += size) {
            int to = Math.min(from + size, reports.size());
            parts.add(new DriftResult(reports.subList(from, to), least, folder, shard));
        }
        return parts;
    }
}
