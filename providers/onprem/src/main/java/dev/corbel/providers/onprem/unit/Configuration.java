package dev.corbel.providers.onprem.unit;

import dev.corbel.providers.onprem.host.Body;
import java.util.Collection;
import java.util.TreeSet;

/**
 * The configuration that a unit runs with, as a short text: one for the same text of the unit and the same revisions of the
 * files that it reads. That of a running unit is found out by reading, so that a restart which is due is a difference like any
 * other: a killed run, a change by hand and another tool leave one alike.
 */
public final class Configuration {
    /** The configuration of a unit that runs with files which changed since it started. */
    public static final String DUE = "restart due";

    /** The configuration of a unit that does not run. */
    static final String NONE = "not running";

    private static final int DIGITS = 16;

    private Configuration() {}

    /**
     * Calculates it.
     *
     * @param text of the unit; empty where it is a package's
     * @param revisions such as {@code /etc/app.conf@SHA256}, in any order
     */
    public static String of(String text, Collection<String> revisions) {
        return Body.of(text + "\n\0" + String.join("\n", new TreeSet<>(revisions)))
                .sha256()
                .substring(0, DIGITS);
    }
}
