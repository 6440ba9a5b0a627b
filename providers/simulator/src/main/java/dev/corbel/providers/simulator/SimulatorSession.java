package dev.corbel.providers.simulator;

import dev.corbel.providers.api.MarkedObjects;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderContext;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.Session;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BiPredicate;

/** An open simulator: its folder, and how long a call takes there. */
final class SimulatorSession implements Session {
    private final ProviderContext context;
    private final Duration latency;
    private final CallLog log;
    private final SimObjectStore store;

    SimulatorSession(Path directory, Duration latency, ProviderContext context) {
        this.context = context;
        this.latency = latency;
        this.log = new CallLog(directory);
        this.store = new SimObjectStore(directory);
    }

    SimObjectStore store() {
        return store;
    }

    /** What a call does, half-way through its time. */
    @FunctionalInterface
    interface Effect<T> {
        T run() throws ProviderException, IOException, InterruptedException;
    }

    /** Makes a call that changes something; a session that only reads refuses it. */
    <T> T change(LoggedCall call, Effect<T> effect) throws ProviderException {
        if (context.isReading()) {
            throw Failures.readOnly();
        }
        return perform(call, effect);
    }

    <T> T perform(LoggedCall call, Effect<T> effect) throws ProviderException {
        return perform(List.of(call), () -> {
            try {
                T result = effect.run();
                call.succeeded();
                return result;
            } catch (ProviderException failed) {
                failed.object().ifPresent(call::about);
                throw failed;
            }
        });
    }

    /** Takes the time of one call for all of these, which say for themselves whether they succeeded. */
    <T> T perform(List<LoggedCall> calls, Effect<T> effect) throws ProviderException {
        context.calls().count("simulator", calls.size());
        Instant startedAt = context.clock().instant();
        Duration half = latency.dividedBy(2);
        T result;
        try {
            sleep(half);
            result = effect.run();
        } catch (CorruptFileException corrupt) {
            throw ended(calls, startedAt, corrupt.asFailure());
        } catch (IOException failed) {
            throw ended(calls, startedAt, store.failure(failed));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw ended(calls, startedAt, Failures.interrupted(interrupted));
        } catch (ProviderException failed) {
            throw ended(calls, startedAt, failed);
        }
        try {
            end(calls, startedAt);
        } catch (IOException failed) {
            ObjectState object = result instanceof ObjectState state ? state : null;
            throw new ProviderException(store.failure(failed).diagnostic(), object).because(failed);
        }
        return result;
    }

    private ProviderException ended(List<LoggedCall> calls, Instant startedAt, ProviderException failure) {
        try {
            end(calls, startedAt);
        } catch (IOException unlogged) {
            failure.addSuppressed(unlogged);
        }
        return failure;
    }

    /** The effect has happened, so an interruption only cuts the rest of the time short. */
    private void end(List<LoggedCall> calls, Instant startedAt) throws IOException {
        try {
            sleep(latency.minus(latency.dividedBy(2)));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        try {
            log.append(calls, startedAt, context.clock().instant());
        } catch (IOException unwritable) {
            // Whoever only reads may have no right to write; the log then lacks calls that changed nothing.
            if (!context.isReading()) {
                throw unwritable;
            }
        }
    }

    /** A folder belongs to its project, so every mark in it is the project's. */
    @Override
    public MarkedObjects listMarked(BiPredicate<String, String> known) {
        return SimObjectMarks.of(this, known);
    }

    private void sleep(Duration duration) throws InterruptedException {
        if (!duration.isZero()) {
            context.sleeper().sleep(duration);
        }
    }

    @Override
    public void close() {
        // Every call opens and closes its own files.
    }
}
