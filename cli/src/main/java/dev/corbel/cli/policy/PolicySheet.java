package dev.corbel.cli.policy;

import dev.corbel.dsl.model.Definition;
import dev.corbel.planner.plan.PolicyReport;
import dev.corbel.planner.plan.PolicyResult;
import java.util.Optional;

/**
 * The results of policies for one environment, and what they were found at.
 *
 * @param isComplete whether all could be planned, so that nothing is missing
 * @param commit of the repository that the project is in
 * @param serial of the state
 */
public record PolicySheet(
        Definition definition,
        PolicyReport report,
        boolean isComplete,
        Optional<String> commit,
        String lineage,
        long serial) {

    /** Tells whether a plan would be refused. */
    public boolean isRefused() {
        return report.results().stream().anyMatch(PolicyResult::isRefusal);
    }

    String environment() {
        return definition.environment();
    }
}
