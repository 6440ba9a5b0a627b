package dev.corbel.planner.plan;

import java.util.Locale;

/** The outcome of a policy at one thing. */
public enum PolicyOutcome {
    PASSED,
    FAILED,
    /** It fails, and a waiver lets it. */
    WAIVED,
    /** It waits for a value that applying tells, and is looked at again then. */
    WAITING,
    /** Nobody can tell. */
    UNDETERMINED;

    /** The word in reports. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
