package dev.corbel.state.conformance;

import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.state.StateBackend;
import dev.corbel.state.StateTransaction;
import dev.corbel.state.backend.BackendContext;
import dev.corbel.state.remote.RemoteSettings;
import dev.corbel.state.remote.RemoteStateStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A machine with a clock of its own that works on the state of one environment in a store. */
final class Machine {
    static final Trouble NONE = (operation, name) -> Trouble.Fault.NONE;

    private final String name;
    private final TestTime time;
    private final FaultyObjects objects;
    private final StateBackend store;
    private final List<Diagnostic> notices = new ArrayList<>();

    Machine(String name, InMemoryObjectStore place, Path project, TestTime time) {
        this.name = name;
        this.time = time;
        this.objects = new FaultyObjects(place.connect(), NONE);
        this.store = new RemoteStateStore(
                objects,
                new BackendContext(project, "production", "0.1.0"),
                RemoteSettings.standard().withTime(time).withNotices(notices::add));
    }

    TestTime time() {
        return time;
    }

    FaultyObjects objects() {
        return objects;
    }

    StateBackend store() {
        return store;
    }

    /** The notices that people got while they waited. */
    List<String> notices() {
        return notices.stream()
                .map(notice -> notice.summary() + "\n" + notice.detail())
                .toList();
    }

    StateTransaction begin() {
        return begin(Duration.ZERO);
    }

    StateTransaction begin(Duration timeout) {
        return store.begin(Samples.holder(name), timeout);
    }

    /** Nothing happens on it any more, and nothing goes out. */
    void kill() {
        time.suspend();
        objects.set(Trouble.stopAfter(0));
    }
}
