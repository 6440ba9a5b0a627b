package dev.corbel.cli.command.operation;

import dev.corbel.cli.invocation.Invocation;
import dev.corbel.cli.terminal.StopSignals;
import dev.corbel.planner.apply.Cancellation;

/** Passes Ctrl-C on to an apply: the first stops it in order, the second at once. */
final class GracefulStop implements AutoCloseable {
    private static final long LAST_RESORT_MILLISECONDS = 4_500;

    private final Invocation invocation;
    private final Cancellation cancellation = new Cancellation();
    private final StopSignals signals;

    GracefulStop(Invocation invocation) {
        this.invocation = invocation;
        this.signals = new StopSignals(signal -> request());
    }

    Cancellation cancellation() {
        return cancellation;
    }

    private synchronized void request() {
        if (cancellation.stage() == Cancellation.Stage.NONE) {
            invocation.say("\nStopping: nothing new starts, running calls finish. Ctrl-C again stops at once.\n");
        } else if (cancellation.stage() == Cancellation.Stage.STOP_STARTING) {
            invocation.say("\nStopping at once: what runs is abandoned, and the journal says what was intended.\n");
            endForSure();
        }
        cancellation.request();
    }

    /** Ends the process after a while for sure: all that is recorded is safe, and a call that no interrupt reaches must not keep anybody waiting. */
    private static void endForSure() {
        Thread lastResort = new Thread(
                () -> {
                    try {
                        Thread.sleep(LAST_RESORT_MILLISECONDS);
                        Runtime.getRuntime().halt(1);
                    } catch (InterruptedException ended) {
                        Thread.currentThread().interrupt();
                    }
                },
                "last-resort");
        lastResort.setDaemon(true);
        lastResort.start();
    }

    @Override
    public void close() {
        signals.close();
    }
}
