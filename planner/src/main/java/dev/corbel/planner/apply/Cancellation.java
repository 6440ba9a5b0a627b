package dev.corbel.planner.apply;

import java.util.ArrayList;
import java.util.List;

/** Stops a run for a person: asked once, nothing new starts; asked twice, running calls are abandoned. Thread-safe. */
public final class Cancellation {
    private final List<Runnable> listeners = new ArrayList<>();
    private Stage stage = Stage.NONE;

    /** The urgency of a request to stop. */
    public enum Stage {
        NONE,
        /** Nothing new starts; running calls finish and are recorded. */
        STOP_STARTING,
        /** Running calls are interrupted, and abandoned where that does not end them. */
        STOP_NOW
    }

    /** Goes one stage further. */
    public void request() {
        List<Runnable> informed;
        synchronized (this) {
            stage = stage == Stage.NONE ? Stage.STOP_STARTING : Stage.STOP_NOW;
            informed = List.copyOf(listeners);
        }
        informed.forEach(Runnable::run);
    }

    public synchronized Stage stage() {
        return stage;
    }

    /** Calls this after every request. */
    synchronized void onRequest(Runnable listener) {
        listeners.add(listener);
    }

    synchronized void remove(Runnable listener) {
        listeners.remove(listener);
    }
}
