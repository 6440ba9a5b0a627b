package dev.corbel.state.remote;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Calls to a store, made again where they fail. What was written by an attempt whose answer was lost is found out. */
final class SteadyObjects {
    private final ObjectStore store;
    private final RemoteSettings settings;

    SteadyObjects(ObjectStore store, RemoteSettings settings) {
        this.store = store;
        this.settings = settings;
    }

    ObjectStore store() {
        return store;
    }

    /** Something that may be done more than once. */
    interface Call<T> {
        T make() throws IOException;
    }

    /**
     * Does it until it succeeds, meets a conflict, or has been tried often enough. An interrupt does not cut it short, since
     * others wait for what is written.
     */
    <T> T repeated(Call<T> call) throws IOException {
        boolean interrupted = false;
        Duration pause = settings.pause();
        try {
            for (int attempt = 1; ; attempt++) {
                interrupted |= Thread.interrupted();
                try {
                    return call.make();
                } catch (RemoteConflictException conflict) {
                    throw conflict;
                } catch (IOException failure) {
                    if (attempt == settings.attempts()) {
                        throw failure;
                    }
                }
                interrupted |= !rested(pause);
                pause = pause.multipliedBy(2);
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private boolean rested(Duration pause) {
        try {
            settings.time().sleep(pause);
            return true;
        } catch (InterruptedException later) {
            return false;
        }
    }

    Optional<RemoteObject> get(String name) throws IOException {
        return repeated(() -> store.get(name));
    }

    List<String> list(String prefix) throws IOException {
        return repeated(() -> store.list(prefix));
    }

    /**
     * Writes an object with a name that nobody used before.
     *
     * @throws RemoteConflictException where there is another one
     */
    void create(String name, byte[] data) throws IOException {
        repeated(() -> {
            try {
                return store.create(name, data);
            } catch (RemoteConflictException maybeOurs) {
                Optional<RemoteObject> present = get(name);
                if (present.isEmpty()) {
                    // Another write is on its way, maybe an earlier one of this client: soon there is an answer.
                    throw new IOException(maybeOurs.getMessage(), maybeOurs);
                }
                return own(present, data).orElseThrow(() -> maybeOurs);
            } catch (IOException uncertain) {
                return own(lookAfter(uncertain, name), data).orElseThrow(() -> uncertain);
            }
        });
    }

    /** The object that is there now; where that cannot be found out, the first failure says more than the second. */
    Optional<RemoteObject> lookAfter(IOException failure, String name) throws IOException {
        try {
            return store.get(name);
        } catch (IOException second) {
            failure.addSuppressed(second);
            throw failure;
        }
    }

    private static Optional<String> own(Optional<RemoteObject> present, byte[] data) {
        return present.filter(object -> Arrays.equals(object.data(), data)).map(RemoteObject::version);
    }

    void delete(Collection<String> names) throws IOException {
        if (!names.isEmpty()) {
            repeated(() -> {
                store.delete(names);
                return true;
            });
        }
    }
}
