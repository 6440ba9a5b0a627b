package dev.corbel.state.remote;

import dev.corbel.state.json.RemoteHeadJson;
import dev.corbel.state.model.RemoteHead;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The one object that is written more than once: by compare-and-swap, and with other bytes each time. */
final class HeadObject {
    static final String NAME = "head.json";

    private final SteadyObjects objects;
    private final RemoteProblem problem;

    HeadObject(SteadyObjects objects, RemoteProblem problem) {
        this.objects = objects;
        this.problem = problem;
    }

    /** The head as it is kept. */
    record Stored(RemoteHead head, RemoteObject object) {
        String version() {
            return object.version();
        }

        boolean isSame(Stored other) {
            return Arrays.equals(object.data(), other.object.data());
        }
    }

    /** The result of a write: the head as it is now, whoever wrote it, and whether that was this write. */
    record Swap(boolean done, Optional<Stored> present) {}

    /** The head; empty where there was never one. */
    Optional<Stored> read() throws IOException {
        Optional<RemoteObject> object = objects.get(NAME);
        if (object.isEmpty() && !objects.list(RemoteSnapshots.FOLDER).isEmpty()) {
            // Maybe the first one was written in between.
            object = objects.get(NAME);
            if (object.isEmpty()) {
                throw problem.missingHead();
            }
        }
        return object.map(this::parse);
    }

    private Stored parse(RemoteObject object) {
        RemoteHead head;
        try {
            head = RemoteHeadJson.read(object.data());
        } catch (IOException broken) {
            throw problem.unreadable(NAME, "The head of the state", broken);
        }
        if (!head.environment().equals(problem.name())) {
            throw problem.otherEnvironment(problem.shown(NAME), head.environment());
        }
        return new Stored(head, object);
    }

    /**
     * Writes a head over the one that is expected, or the first one.
     *
     * @throws IOException where nobody knows whether it was written
     */
    Swap swap(@Nullable Stored expected, RemoteHead next) throws IOException {
        byte[] data = RemoteHeadJson.write(next);
        return objects.repeated(() -> attempt(expected, next, data));
    }

    private Swap attempt(@Nullable Stored expected, RemoteHead next, byte[] data) throws IOException {
        IOException failure;
        try {
            String version = expected == null
                    ? objects.store().create(NAME, data)
                    : objects.store().replace(NAME, data, expected.version());
            return new Swap(true, Optional.of(new Stored(next, new RemoteObject(data, version))));
        } catch (RemoteConflictException conflict) {
            // Not a conflict for the caller: the head tells more.
            failure = new IOException(conflict.getMessage(), conflict);
        } catch (IOException uncertain) {
            failure = uncertain;
        }
        Optional<RemoteObject> present = objects.lookAfter(failure, NAME);
        if (present.isPresent() && Arrays.equals(present.get().data(), data)) {
            return new Swap(true, present.map(object -> new Stored(next, object)));
        }
        boolean unchanged = expected == null
                ? present.isEmpty()
                : present.isPresent()
                        && Arrays.equals(present.get().data(), expected.object().data());
        if (unchanged) {
            throw failure;
        }
        return new Swap(false, present.map(this::parse));
    }
}
