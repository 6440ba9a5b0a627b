package dev.corbel.cli.drift;

import dev.corbel.engine.drift.DriftReport;
import dev.corbel.planner.drift.DriftSeverity;
import java.util.List;

/**
 * The result of a look for drift.
 *
 * @param reports one for each environment, in the order of their names
 * @param least the weight from which on a finding counts as drift
 * @param folder of the project, relative to the root of its repository, with a slash at the end; empty where they are the same
 */
public record DriftResult(List<DriftReport> reports, DriftSeverity least, String folder) {
    public DriftResult {
        reports = List.copyOf(reports);
    }
}
