package dev.corbel.planner.apply;

import dev.corbel.planner.apply.OperationReport.Outcome;
import dev.corbel.planner.plan.Operation;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Something that happens while a plan is applied. Evaluations of what does not change are told only when they fail. */
public sealed interface ApplyEvent {

    /** The position of the operation in the plan. */
    int number();

    Operation operation();

    record Started(int number, Operation operation) implements ApplyEvent {}

    /** Something for people to know or do while it runs. */
    record Noted(int number, Operation operation, String note) implements ApplyEvent {}

    /** Sent after ten seconds and then every ten seconds. */
    record StillRunning(int number, Operation operation, Duration elapsed) implements ApplyEvent {}

    /**
     * It is done.
     *
     * @param outcome done, updated or unneeded
     * @param id of the object, where it has one that may be shown
     */
    record Finished(int number, Operation operation, Outcome outcome, Duration elapsed, Optional<String> id)
            implements ApplyEvent {}

    record Failed(int number, Operation operation, Duration elapsed, List<Diagnostic> diagnostics)
            implements ApplyEvent {}

    /**
     * It will not be done.
     *
     * @param because what failed before; empty where the run was cancelled
     */
    record Skipped(int number, Operation operation, Optional<Operation> because) implements ApplyEvent {}
}
