package dev.corbel.benchmarks;

import java.time.Duration;
import java.util.OptionalLong;

/**
 * What one process took.
 *
 * @param elapsed from start to end, as a person waits
 * @param peakMemory the most memory it held at once, in KiB; empty where the system does not tell
 */
record Measurement(Duration elapsed, OptionalLong peakMemory) {}
