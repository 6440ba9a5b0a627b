package dev.corbel.providers.simulator;

import dev.corbel.providers.api.MarkedObjects;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderContext;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.Session;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/** An open simulator: its folder, and how long a call takes there. */
final class SimulatorSession implements Session {
    static final String MACHINE = "machineId";

    private final ProviderContext context;
    private final Path directory;
    private final Optional<String> address;
    private final Duration latency;
    private final CallLog log;
    private final SimObjectStore store;

    /** @param address of the host that it stands for; empty where it stands for none */
    SimulatorSession(Path directory, Optional<String> address, Duration latency, ProviderContext context) {
        this.context = context;
        this.directory = directory;
        this.address = address;
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
            reach();
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

    /** A host that does not answer takes no call. */
    private void reach() throws ProviderException, IOException {
        Optional<Machine> machine = machine();
        if (machine.isPresent() && machine.get().unreachable().isPresent()) {
            throw new ProviderException(machine.get().unreachable().get());
        }
    }

    private Optional<Machine> machine() throws IOException {
        return address.isPresent() ? Optional.of(Machine.at(directory, address.get())) : Optional.empty();
    }

    /** With the machine at the address, so that it is known again at another one. */
    @Override
    public MapValue settled(MapValue configuration) {
        try {
            return machine()
                    .filter(Machine::answers)
                    .map(found -> configuration.with(MACHINE, Value.of(found.id())))
                    .orElse(configuration);
        } catch (IOException unknown) {
            return configuration;
        }
    }

    @Override
    public boolean samePlace(MapValue recorded) {
        try {
            Optional<Machine> machine = machine();
            machine.flatMap(Machine::unreachable).ifPresent(reason -> {
                throw new DiagnosticsException(reason);
            });
            boolean here = recorded.text(SimulatorProvider.DIRECTORY)
                    .map(text -> SimulatorProvider.real(text, context)
                            .equals(SimulatorProvider.real(directory.toString(), context)))
                    .orElse(true);
            return here && machine.isPresent() && recorded.text(MACHINE).equals(machine.map(Machine::id));
        } catch (IOException unreadable) {
            throw new DiagnosticsException(store.failure(unreadable).diagnostic());
        }
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
