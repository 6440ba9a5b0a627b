package dev.corbel.providers.local.supervisor;

import java.time.Duration;

/** The pause before a process is started again: none after a long life, else ever longer. Guarded by the lock of its job. */
final class RestartDelay {
    private static final Duration SHORTEST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final Duration LONG_LIFE = Duration.ofSeconds(10);

    private Duration delay = SHORTEST;
    private long startedAt;
    private long nextStart;

    void started() {
        startedAt = System.nanoTime();
    }

    void ended() {
        boolean livedLong = System.nanoTime() - startedAt > LONG_LIFE.toNanos();
        delay = livedLong ? SHORTEST : longer();
        nextStart = livedLong ? System.nanoTime() : System.nanoTime() + delay.toNanos() / 2;
    }

    /** Tells that it could not be started. */
    void failed() {
        nextStart = System.nanoTime() + delay.toNanos();
        delay = longer();
    }

    /** Lets the next start be at once. */
    void forget() {
        nextStart = 0;
    }

    boolean isOver() {
        return nextStart == 0 || System.nanoTime() >= nextStart;
    }

    private Duration longer() {
        Duration twice = delay.multipliedBy(2);
        return twice.compareTo(LONGEST) > 0 ? LONGEST : twice;
    }
}
