package dev.corbel.state.remote;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Calls to a place, made again where they fail. What was written by an attempt whose answer was lost is found out. */
final class SteadyObjects {
    private final RemoteObjects place;
    private final RemoteSettings settings;

    SteadyObjects(RemoteObjects place, RemoteSettings settings) {
        this.place = place;
        this.settings = settings;
    }

    RemoteObjects place() {
        return place;
    }

    /** Something that may be done more than once. */
    interface Call<T> {
        T make() throws IOException;
    }

    /** Does it until it succeeds, meets a conflict, or has been tried often enough. */
    <T> T repeated(Call<T> call) throws IOException {
        Duration pause = settings.pause();
        for (int attempt = 1; ; attempt++) {
            try {
                return call.make();
            } catch (RemoteConflictException conflict) {
                throw conflict;
            } catch (IOException failure) {
                if (attempt == settings.attempts()) {
                    throw failure;
                }
            }
            rest(pause);
            pause = pause.multipliedBy(2);
        }
    }

    private void rest(Duration pause) throws IOException {
        try {
            settings.time().sleep(pause);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for " + place.description(), stopped);
        }
    }

    Optional<RemoteObject> get(String name) throws IOException {
        return repeated(() -> place.get(name));
    }

    List<String> list(String prefix) throws IOException {
        return repeated(() -> place.list(prefix));
    }

    /**
     * Writes an object with a name that nobody used before.
     *
     * @throws RemoteConflictException where there is another one
     */
    void create(String name, byte[] data) throws IOException {
        repeated(() -> {
            try {
                return place.create(name, data);
            } catch (RemoteConflictException maybeOurs) {
                return own(get(name), data).orElseThrow(() -> maybeOurs);
            } catch (IOException uncertain) {
                return own(place.get(name), data).orElseThrow(() -> uncertain);
            }
        });
    }

    private static Optional<String> own(Optional<RemoteObject> present, byte[] data) {
        return present.filter(object -> Arrays.equals(object.data(), data)).map(RemoteObject::version);
    }

    void delete(Collection<String> names) throws IOException {
        if (!names.isEmpty()) {
            repeated(() -> {
                place.delete(names);
                return true;
            });
        }
    }
}
