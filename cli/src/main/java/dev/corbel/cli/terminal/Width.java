package dev.corbel.cli.terminal;

import java.io.IOException;
import java.util.Map;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** Finds out how wide the terminal is. */
public final class Width {
    private static final int USUAL = 80;

    private Width() {}

    /** Columns of the terminal; what {@code COLUMNS} says wins. */
    public static int of(Map<String, String> variables) {
        String columns = variables.getOrDefault("COLUMNS", "");
        if (columns.matches("[1-9]\\d{0,3}")) {
            return Integer.parseInt(columns);
        }
        try (Terminal terminal =
                TerminalBuilder.builder().system(true).nativeSignals(false).build()) {
            return terminal.getWidth() > 0 ? terminal.getWidth() : USUAL;
        } catch (IOException noTerminal) {
            return USUAL;
        }
    }
}
