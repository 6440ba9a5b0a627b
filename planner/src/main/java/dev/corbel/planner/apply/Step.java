package dev.corbel.planner.apply;

import dev.corbel.planner.plan.Operation;

/** How one kind of operation is carried out. */
@FunctionalInterface
interface Step {

    /**
     * Does it and records what came of it.
     *
     * @throws StepFailure where it failed; a {@code DiagnosticsException} means the same
     */
    void run(Operation operation) throws StepFailure;
}
