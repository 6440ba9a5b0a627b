package dev.corbel.emulators.arm;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A long operation. */
final class Operation {
    /** The states of an operation, in the spelling of ARM. */
    enum Status {
        RUNNING("InProgress"),
        SUCCEEDED("Succeeded"),
        FAILED("Failed"),
        CANCELED("Canceled");

        private final String text;

        Status(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }

    /**
     * The way an operation ends.
     *
     * @param code of the error; empty where it succeeds
     */
    record End(Status status, String code, String message) {
        static final End SUCCESS = new End(Status.SUCCEEDED, "", "");
    }

    private final String id;
    private final String verb;
    private final ArmPath target;
    private final Set<String> holds;
    private final Instant startedAt;
    private final Instant endsAt;
    private final End planned;
    private final Consumer<End> atEnd;
    private @Nullable End end;

    Operation(
            String id,
            String verb,
            ArmPath target,
            Set<String> holds,
            Instant startedAt,
            Instant endsAt,
            End planned,
            Consumer<End> atEnd) {
        this.id = id;
        this.verb = verb;
        this.target = target;
        this.holds = Set.copyOf(holds);
        this.startedAt = startedAt;
        this.endsAt = endsAt;
        this.planned = planned;
        this.atEnd = atEnd;
    }

    String id() {
        return id;
    }

    /** PUT, PATCH, DELETE or POST. */
    String verb() {
        return verb;
    }

    ArmPath target() {
        return target;
    }

    /** The ids that no second operation may work on meanwhile, without case. */
    Set<String> holds() {
        return holds;
    }

    Instant startedAt() {
        return startedAt;
    }

    Instant endsAt() {
        return endsAt;
    }

    Status status() {
        return end == null ? Status.RUNNING : end.status();
    }

    Optional<End> end() {
        return Optional.ofNullable(end);
    }

    /** Ends it as planned. A refusal of what it was to do makes it fail. */
    void finish() {
        end = planned;
        try {
            atEnd.accept(planned);
        } catch (Refusal refusal) {
            end = new End(Status.FAILED, refusal.code(), String.valueOf(refusal.getMessage()));
        }
    }
}
