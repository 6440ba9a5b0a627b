package dev.corbel.emulators;

import java.nio.file.Path;

/**
 * A browser that a test can start and steer.
 *
 * @param executable the script {@code emulators/chromium}, which takes Chromium's own options
 */
public record Chromium(Path executable) {
    private static final String SCRIPT = "chromium";

    /** The browser of this machine. */
    static Chromium ofMachine() {
        return new Chromium(EmulatorProcess.path(SCRIPT));
    }

    /** Tells whether there is one; where there could be, it is fetched. */
    static boolean isThere() {
        return Machine.runs(EmulatorProcess.path(SCRIPT).toString(), "--no-sandbox", "--version");
    }
}
