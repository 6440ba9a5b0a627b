package dev.corbel.planner.drift;

import java.util.Locale;

/** The weight of a finding, the lightest first. */
public enum DriftSeverity {
    /** Worth knowing; no drift. */
    NOTE,
    LOW,
    MEDIUM,
    HIGH;

    /** As options and reports write it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
