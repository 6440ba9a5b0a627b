package dev.corbel.planner.apply;

import dev.corbel.planner.apply.OperationReport.Outcome;
import dev.corbel.planner.plan.Operation;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Tells the listener what operations do, one event at a time, and which of them run now. */
final class Progress {
    private static final Duration REMINDER = Duration.ofSeconds(10);

    private final List<Operation> operations;
    private final ApplyListener listener;
    private final InstantSource clock;
    private final Map<Integer, Instant> started = new TreeMap<>();
    private final Map<Integer, Instant> reminded = new HashMap<>();
    private boolean closed;

    Progress(List<Operation> operations, ApplyListener listener, InstantSource clock) {
        this.operations = operations;
        this.listener = listener;
        this.clock = clock;
    }

    synchronized void start(int number) {
        Instant now = clock.instant();
        started.put(number, now);
        reminded.put(number, now);
        if (isTold(number)) {
            tell(new ApplyEvent.Started(number, operations.get(number)));
        }
    }

    synchronized void finish(int number, Outcome outcome, Optional<String> id) {
        Duration elapsed = end(number);
        if (isTold(number)) {
            tell(new ApplyEvent.Finished(number, operations.get(number), outcome, elapsed, id));
        }
    }

    synchronized void fail(int number, List<Diagnostic> diagnostics) {
        tell(new ApplyEvent.Failed(number, operations.get(number), end(number), diagnostics));
    }

    synchronized void skip(int number, Optional<Operation> because) {
        if (isTold(number)) {
            tell(new ApplyEvent.Skipped(number, operations.get(number), because));
        }
    }

    void note(Operation operation, String text) {
        int number = operations.indexOf(operation);
        synchronized (this) {
            tell(new ApplyEvent.Noted(number, operation, text));
        }
    }

    /** Reminds of what has been running for long. */
    synchronized void remind() {
        Instant now = clock.instant();
        started.forEach((number, start) -> {
            Instant last = reminded.getOrDefault(number, start);
            if (isTold(number) && Duration.between(last, now).compareTo(REMINDER) >= 0) {
                reminded.put(number, now);
                tell(new ApplyEvent.StillRunning(number, operations.get(number), Duration.between(start, now)));
            }
        });
    }

    /** Ends all telling: what was abandoned stays silent. */
    synchronized void close() {
        closed = true;
    }

    private Duration end(int number) {
        Instant start = started.remove(number);
        reminded.remove(number);
        return start == null ? Duration.ZERO : Duration.between(start, clock.instant());
    }

    private boolean isTold(int number) {
        return operations.get(number).kind() != Operation.Kind.EVALUATE;
    }

    private void tell(ApplyEvent event) {
        if (!closed) {
            listener.on(event);
        }
    }
}
