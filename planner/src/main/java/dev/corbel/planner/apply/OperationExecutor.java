package dev.corbel.planner.apply;

import dev.corbel.planner.apply.OperationReport.Outcome;
import dev.corbel.planner.plan.Operation;

/** Carries out one kind of operation. */
@FunctionalInterface
interface OperationExecutor {

    /**
     * Does it and records what came of it.
     *
     * @return done, updated or unneeded
     * @throws OperationFailure where it failed; a {@code DiagnosticsException} means the same
     */
    Outcome run(Operation operation) throws OperationFailure;
}
