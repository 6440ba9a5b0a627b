package dev.corbel.cli.drift;

import dev.corbel.planner.drift.DriftKind;
import dev.corbel.planner.drift.Finding;
import java.util.Locale;

/** The weight of a finding in the words of SARIF, which has {@code note} for the last, and GitHub, which has {@code notice}. */
enum Level {
    ERROR,
    WARNING,
    NOTE;

    /** The level of a finding; what could not be read is worth more than a note, although it is no drift. */
    static Level of(Finding finding) {
        if (finding.kind() == DriftKind.UNREADABLE) {
            return WARNING;
        }
        return switch (finding.severity()) {
            case HIGH -> ERROR;
            case MEDIUM -> WARNING;
            case LOW, NOTE -> NOTE;
        };
    }

    /** As SARIF writes it. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The command of GitHub that tells something of this level. */
    String command() {
        return this == NOTE ? "notice" : text();
    }
}
