package dev.corbel.cli.invocation;

import dev.corbel.cli.terminal.StopSignals;

/** Ends the process at Ctrl-C as long as it is open, and says that nothing was changed: for what comes before a change. */
public final class UnchangedOnInterrupt implements AutoCloseable {
    private static final int INTERRUPTED = 128 + 2;
    private static final int TERMINATED = 128 + 15;

    private final StopSignals signals;

    public UnchangedOnInterrupt(Invocation invocation) {
        this.signals = new StopSignals(signal -> {
            invocation.say("\nNothing was changed.\n");
            // Gives back the lock on the way.
            System.exit(signal.equals("INT") ? INTERRUPTED : TERMINATED);
        });
    }

    @Override
    public void close() {
        signals.close();
    }
}
