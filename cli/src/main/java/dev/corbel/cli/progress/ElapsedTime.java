package dev.corbel.cli.progress;

import java.time.Duration;
import java.util.Locale;

/** A length of time that has passed, for people. */
public final class ElapsedTime {
    private static final int EXACT_BELOW_SECONDS = 10;

    private ElapsedTime() {}

    /** Such as {@code 3.2 s}, and {@code 75 s} where tenths say nothing any more. */
    public static String text(Duration elapsed) {
        return elapsed.toSeconds() >= EXACT_BELOW_SECONDS
                ? elapsed.toSeconds() + " s"
                : String.format(Locale.ROOT, "%.1f s", elapsed.toMillis() / 1000.0);
    }
}
