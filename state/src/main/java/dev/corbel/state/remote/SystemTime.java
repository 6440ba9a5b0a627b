package dev.corbel.state.remote;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The time of this machine. */
final class SystemTime implements LeaseTime {

    @Override
    public long nanos() {
        return System.nanoTime();
    }

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        Thread.sleep(Math.max(1, duration.toMillis()));
    }

    @Override
    public Repetition repeat(Duration interval, Runnable action) {
        CountDownLatch end = new CountDownLatch(1);
        Thread thread = new Thread(() -> repeat(interval, action, end), "corbel-heartbeat");
        // A run that is over must not wait for it.
        thread.setDaemon(true);
        thread.start();
        return end::countDown;
    }

    private static void repeat(Duration interval, Runnable action, CountDownLatch end) {
        try {
            while (!end.await(interval.toNanos(), TimeUnit.NANOSECONDS)) {
                action.run();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
