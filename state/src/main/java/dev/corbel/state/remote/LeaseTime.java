package dev.corbel.state.remote;

import java.time.Duration;
import java.time.Instant;

/** The clock that leases go by, and what happens in the background. */
public interface LeaseTime {
    /** The time of this machine. */
    LeaseTime SYSTEM = new SystemTime();

    /** Something that is done again and again. */
    interface Repetition extends AutoCloseable {
        /** Ends it; what is being done goes to its end. */
        @Override
        void close();
    }

    /** Nanoseconds since some moment. Never goes back, and may stand still while the machine sleeps. */
    long nanos();

    /** The time of the clock on the wall. */
    Instant now();

    void sleep(Duration duration) throws InterruptedException;

    /** Does something in the background, for the first time after the interval. */
    Repetition repeat(Duration interval, Runnable action);
}
