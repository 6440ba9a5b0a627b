package dev.corbel.emulators.arm;

import java.time.Duration;
import java.time.Instant;

/**
 * The simulator's clock, which long operations, throttling and everything that comes late go by. Time passes as it does
 * in the world, or only with calls and by hand, so that tests need not wait.
 */
public final class ArmClock {
    private Instant setAt = Instant.now();
    private Instant time = setAt;
    private boolean running = true;
    private Duration step = Duration.ZERO;

    ArmClock() {}

    /** Lets time pass as it does in the world, from now on. */
    public synchronized void run() {
        set(true, Duration.ZERO);
    }

    /** Stops the clock; only {@link #advance} moves it. */
    public synchronized void hold() {
        set(false, Duration.ZERO);
    }

    /** Stops the clock, but each call moves it. */
    public synchronized void step(Duration perCall) {
        set(false, perCall);
    }

    /** Moves the clock. */
    public synchronized void advance(Duration duration) {
        time = time.plus(duration);
    }

    /** The time now. */
    public synchronized Instant now() {
        return running ? time.plus(Duration.between(setAt, Instant.now())) : time;
    }

    /** Notes that a call has come. */
    synchronized void tick() {
        time = time.plus(step);
    }

    /**
     * The whole seconds after which a caller should ask again about something that ends then; 0 where time does not pass
     * by itself.
     */
    synchronized int secondsUntil(Instant end) {
        return running
                ? (int) Math.max(1, Duration.between(now(), end).plusMillis(999).toSeconds())
                : 0;
    }

    private void set(boolean runs, Duration perCall) {
        time = now();
        setAt = Instant.now();
        running = runs;
        step = perCall;
    }
}
