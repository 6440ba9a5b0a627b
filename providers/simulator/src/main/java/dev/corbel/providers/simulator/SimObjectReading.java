package dev.corbel.providers.simulator;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.ReadableType.ReadRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads objects: many in the time of one call, with a line in the log for each. */
final class SimObjectReading {
    private SimObjectReading() {}

    static List<ReadResult> read(SimulatorSession session, List<ReadRequest> requests) {
        List<LoggedCall> calls = requests.stream().map(SimObjectReading::logged).toList();
        try {
            return session.perform(calls, () -> {
                List<ReadResult> results = new ArrayList<>(requests.size());
                for (int i = 0; i < requests.size(); i++) {
                    results.add(read(session.store(), requests.get(i).prior(), calls.get(i)));
                }
                return results;
            });
        } catch (ProviderException failed) {
            return requests.stream()
                    .<ReadResult>map(request -> new ReadResult.Unreadable(failed.diagnostic()))
                    .toList();
        }
    }

    private static LoggedCall logged(ReadRequest request) {
        return LoggedCall.of(
                "read",
                request.prior().attributes().text(SimObjectSchema.ID),
                request.prior().attributes().text(SimObjectSchema.NAME));
    }

    private static ReadResult read(SimObjectStore store, ObjectState prior, LoggedCall call) {
        try {
            Optional<SimObject> object = find(store, prior);
            object.ifPresent(call::about);
            if (object.isPresent() && object.get().failsOn("read")) {
                return new ReadResult.Unreadable(Failures.injected("read"));
            }
            call.succeeded();
            return object.isPresent() ? new ReadResult.Present(object.get().state()) : new ReadResult.Absent();
        } catch (CorruptFileException corrupt) {
            return new ReadResult.Unreadable(corrupt.diagnostic());
        } catch (IOException failed) {
            return new ReadResult.Unreadable(store.failure(failed).diagnostic());
        }
    }

    private static Optional<SimObject> find(SimObjectStore store, ObjectState prior) throws IOException {
        Optional<String> id = prior.attributes().text(SimObjectSchema.ID);
        return id.isPresent() ? store.read(id.get()) : Optional.empty();
    }

    static Optional<SimObject> byId(SimulatorSession session, String id) throws ProviderException {
        LoggedCall call = LoggedCall.of("read", Optional.of(id), Optional.empty());
        return lookUp(session, call, () -> session.store().read(id));
    }

    static Optional<SimObject> byName(SimulatorSession session, String name) throws ProviderException {
        LoggedCall call = LoggedCall.of("read", Optional.empty(), Optional.of(name));
        return lookUp(session, call, () -> session.store().findByName(name));
    }

    private static Optional<SimObject> lookUp(
            SimulatorSession session, LoggedCall call, SimulatorSession.Effect<Optional<SimObject>> lookUp)
            throws ProviderException {
        return session.perform(call, () -> {
            Optional<SimObject> object = lookUp.run();
            object.ifPresent(call::about);
            if (object.isPresent() && object.get().failsOn("read")) {
                throw new ProviderException(Failures.injected("read"));
            }
            return object;
        });
    }
}
