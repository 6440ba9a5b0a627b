package dev.corbel.benchmarks;

import java.time.Duration;
import java.util.OptionalLong;

/**
 * What one process took.
 *
 * @param elapsed from start to end, as a person waits
 * @param peakMemory the most memory it held at once, in KiB; empty where the system does not tell
 * @param calls that it made of the service beside it; empty where there is none, or nothing counts
 */
record Measurement(Duration elapsed, OptionalLong peakMemory, OptionalLong calls) {
    Measurement(Duration elapsed, OptionalLong peakMemory) {
        this(elapsed, peakMemory, OptionalLong.empty());
    }

    Measurement withCalls(long number) {
        return new Measurement(elapsed, peakMemory, OptionalLong.of(number));
    }
}
