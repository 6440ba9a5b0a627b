package dev.corbel.planner.apply;

import dev.corbel.planner.plan.Operation;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import java.util.List;
import java.util.Optional;

/**
 * The result of one operation.
 *
 * @param because for a skipped one: what failed before; empty where the run was cancelled
 * @param diagnostics the errors of a failed one, and warnings
 */
public record OperationReport(
        int number, Operation operation, Outcome outcome, Optional<Operation> because, List<Diagnostic> diagnostics) {

    public OperationReport {
        diagnostics = List.copyOf(diagnostics);
    }

    /** The outcome of an operation. */
    public enum Outcome {
        DONE,
        /** Nothing had to be done: what the plan could not know came out as it was before. */
        UNNEEDED,
        /** Planned as a replacement that comes first, but the object could stay and was updated in place. */
        UPDATED,
        FAILED,
        SKIPPED,
        /** Its call was abandoned, and nobody knows what came of it; the journal says what was intended. */
        IN_FLIGHT;

        /** Tells whether what was planned is so now. */
        public boolean isSuccess() {
            return this == DONE || this == UNNEEDED || this == UPDATED;
        }
    }
}
