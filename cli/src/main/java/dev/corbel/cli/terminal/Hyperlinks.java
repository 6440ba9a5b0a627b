package dev.corbel.cli.terminal;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Links from texts in a terminal to lines of files (OSC 8), where the terminal is known to have them; else the texts alone. */
public enum Hyperlinks {
    NONE,
    ALLOWED;

    private static final String START = "\u001b]8;;";
    private static final String END = "\u001b\\";
    private static final Pattern VTE_WITH_LINKS = Pattern.compile("[1-9]\\d{4,}|[5-9]\\d{3}");
    private static final Set<String> PROGRAMS =
            Set.of("iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "Tabby", "mintty", "rio");
    private static final Set<String> TERMINALS =
            Set.of("xterm-kitty", "alacritty", "foot", "foot-extra", "xterm-ghostty", "wezterm", "contour");
    private static final Set<String> SIGNS = Set.of("WT_SESSION", "KONSOLE_VERSION", "DOMTERM");

    /** Tells whether a terminal has links, by the variables that it gives to what runs in it. */
    static boolean areKnown(Map<String, String> variables) {
        String terminal = variables.getOrDefault("TERM", "");
        // These pass on no links, whatever terminal they were started in and name.
        if (terminal.equals("dumb") || terminal.startsWith("screen") || terminal.startsWith("tmux")) {
            return false;
        }
        return TERMINALS.contains(terminal)
                || PROGRAMS.contains(variables.getOrDefault("TERM_PROGRAM", ""))
                || SIGNS.stream()
                        .anyMatch(sign -> !variables.getOrDefault(sign, "").isEmpty())
                || VTE_WITH_LINKS
                        .matcher(variables.getOrDefault("VTE_VERSION", ""))
                        .matches();
    }

    /** The text as a link to a line. */
    public String link(Path file, int line, String text) {
        return this == NONE
                ? text
                : START + file.toAbsolutePath().normalize().toUri().toASCIIString() + "#" + line + END + text + START
                        + END;
    }
}
