package dev.corbel.emulators.arm;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Starts the long operations of writes and deletions, and answers with where to ask about them. */
final class LongRuns {
    private final Operations operations;
    private final IdSource ids = new IdSource();
    private final LongAnswers answers;
    private final Trouble trouble;
    private final ArmClock clock;

    LongRuns(Operations operations, LongAnswers answers, Trouble trouble, ArmClock clock) {
        this.operations = operations;
        this.answers = answers;
        this.trouble = trouble;
        this.clock = clock;
    }

    Optional<Operation> of(Stored stored) {
        return operations.of(stored.key());
    }

    /** The operation of a write: the resource shows its state until it ends. */
    Operation write(String verb, Stored stored, boolean creates, Set<String> holds) {
        stored.state(creates ? "Creating" : "Updating");
        return start(verb, stored, holds, end -> stored.state(end.status().text()));
    }

    /** The operation of a deletion. */
    Operation delete(Stored stored, Set<String> holds, Runnable remove) {
        stored.state("Deleting");
        return start("DELETE", stored, holds, end -> {
            if (end.status() != Operation.Status.SUCCEEDED) {
                stored.state(end.status().text());
                return;
            }
            try {
                remove.run();
            } catch (Refusal refusal) {
                stored.state("Succeeded");
                throw refusal;
            }
        });
    }

    private Operation start(String verb, Stored stored, Set<String> holds, Consumer<Operation.End> atEnd) {
        Operation operation = new Operation(
                ids.next(),
                verb,
                stored.path(),
                holds,
                clock.now(),
                clock.now().plus(stored.type().behaviour().duration()),
                trouble.end(verb, stored.path()),
                atEnd);
        operations.start(operation);
        return operation;
    }

    /** The answer with the headers that this type has for it. */
    ArmResponse answer(ArmRequest request, ArmResponse response, Stored stored, Operation operation) {
        return switch (stored.type().behaviour().poll()) {
            case "state" -> response;
            case "location" -> answers.announce(response, request.base(), operation, true);
            default -> answers.announce(response, request.base(), operation, false);
        };
    }
}
