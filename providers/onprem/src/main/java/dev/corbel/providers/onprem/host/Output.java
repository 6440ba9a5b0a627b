package dev.corbel.providers.onprem.host;

import java.util.List;

/**
 * The answer of a script or of one section of the fact script.
 *
 * @param exit 0 where it went well
 * @param out standard output; NULs are kept
 * @param err standard error
 */
public record Output(int exit, String out, String err) {
    /** The exit code of {@code timeout} for a command that it stopped. */
    private static final int TIMED_OUT = 124;

    private static final int REASON_LINES = 5;

    public boolean succeeded() {
        return exit == 0;
    }

    boolean timedOut() {
        return exit == TIMED_OUT;
    }

    /** The lines of standard output, without the empty one at the end. */
    public List<String> lines() {
        return out.lines().toList();
    }

    /** The reason of a failure for people: the last lines of standard error, else the exit code. */
    public String reason() {
        List<String> lines = err.lines().filter(line -> !line.isBlank()).toList();
        return lines.isEmpty()
                ? "It ended with exit code " + exit + " and said nothing."
                : String.join("\n", lines.subList(Math.max(0, lines.size() - REASON_LINES), lines.size()));
    }
}
