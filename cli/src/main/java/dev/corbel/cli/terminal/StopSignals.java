package dev.corbel.cli.terminal;

import java.util.ArrayList;
import java.util.List;
import org.jline.utils.Signals;

/**
 * Listens for Ctrl-C and for the request to end that other processes send, as long as it is open. Without it, either ends
 * the process at once.
 */
public final class StopSignals implements AutoCloseable {
    private static final List<String> NAMES = List.of("INT", "TERM");

    private final List<Registration> registrations = new ArrayList<>();

    /** Hears of a signal by its name, such as {@code INT}, in a thread of its own. */
    @FunctionalInterface
    public interface Listener {
        void on(String signal);
    }

    private record Registration(String name, Object previous) {}

    public StopSignals(Listener listener) {
        for (String name : NAMES) {
            registrations.add(new Registration(name, Signals.register(name, () -> listener.on(name))));
        }
    }

    @Override
    public void close() {
        registrations.forEach(one -> Signals.unregister(one.name(), one.previous()));
    }
}
