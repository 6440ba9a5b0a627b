package dev.corbel.cli.progress;

import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Calls something a few times a second, in a thread of its own that keeps no process alive. */
final class Ticker implements AutoCloseable {
    private static final long MILLISECONDS = 250;

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread named = new Thread(task, "progress");
        named.setDaemon(true);
        return named;
    });
    private final Future<?> ticking;

    Ticker(Runnable tick) {
        ticking = thread.scheduleAtFixedRate(tick, MILLISECONDS, MILLISECONDS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        ticking.cancel(false);
        thread.shutdown();
    }
}
