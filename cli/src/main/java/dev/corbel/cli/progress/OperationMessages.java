package dev.corbel.cli.progress;

import dev.corbel.planner.apply.ApplyEvent;
import dev.corbel.planner.plan.Operation;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.text.Printable;
import java.util.Locale;

/** Words for what is done with one thing. */
final class OperationMessages {
    private OperationMessages() {}

    /** Whether people want to hear of it: of calls and of what is forgotten, not of evaluations. */
    static boolean isTold(Operation operation) {
        return switch (operation.kind()) {
            case READ, CREATE, UPDATE, DELETE, FORGET -> true;
            case EVALUATE, OUTPUT, CHECK -> false;
        };
    }

    static String subject(Operation operation) {
        return Printable.line(subjectOf(operation));
    }

    private static String subjectOf(Operation operation) {
        return operation
                .object()
                .or(() -> operation.name().map(name -> operation.kind().name().toLowerCase(Locale.ROOT) + " " + name))
                .orElse("?");
    }

    /** Such as {@code creating}. */
    static String running(Operation.Kind kind) {
        return switch (kind) {
            case READ -> "looking up";
            case CREATE -> "creating";
            case UPDATE -> "updating";
            case DELETE -> "deleting";
            case FORGET -> "forgetting";
            case EVALUATE, OUTPUT, CHECK -> "evaluating";
        };
    }

    private static String done(ApplyEvent.Finished finished) {
        return switch (finished.outcome()) {
            case UNNEEDED ->
                finished.operation().kind() == Operation.Kind.DELETE
                        ? "nothing to delete, found"
                        : "nothing to change, found";
            case UPDATED -> "updated in place, since nothing needs a new object,";
            case DONE, FAILED, SKIPPED, IN_FLIGHT -> done(finished.operation().kind());
        };
    }

    private static String done(Operation.Kind kind) {
        return switch (kind) {
            case READ -> "looked up";
            case CREATE -> "created";
            case UPDATE -> "updated";
            case DELETE -> "deleted";
            case FORGET -> "forgotten";
            case EVALUATE, OUTPUT, CHECK -> "evaluated";
        };
    }

    /** One line about an event. */
    static String sentence(ApplyEvent event) {
        return Printable.line(sentenceOf(event));
    }

    private static String sentenceOf(ApplyEvent event) {
        Operation operation = event.operation();
        String subject = subject(operation) + ": ";
        if (event instanceof ApplyEvent.Started) {
            return subject + running(operation.kind());
        }
        if (event instanceof ApplyEvent.Noted noted) {
            return subject + noted.note();
        }
        if (event instanceof ApplyEvent.StillRunning still) {
            return subject + "still " + running(operation.kind()) + " after " + ElapsedTime.text(still.elapsed());
        }
        if (event instanceof ApplyEvent.Finished finished) {
            return subject + done(finished) + " in " + ElapsedTime.text(finished.elapsed())
                    + finished.id().map(id -> " (id " + id + ")").orElse("");
        }
        if (event instanceof ApplyEvent.Failed failed) {
            return subject + running(operation.kind()) + " failed after " + ElapsedTime.text(failed.elapsed())
                    + failed.diagnostics().stream()
                            .filter(Diagnostic::isError)
                            .findFirst()
                            .map(problem -> ": " + problem.summary())
                            .orElse("");
        }
        ApplyEvent.Skipped skipped = (ApplyEvent.Skipped) event;
        return subject + "skipped, since "
                + skipped.because().map(cause -> subject(cause) + " failed").orElse("the run was stopped");
    }
}
