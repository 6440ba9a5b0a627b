package dev.corbel.cli.terminal;

/** Colours for a terminal, or none for a pipe. */
public enum Style {
    PLAIN,
    COLOURED;

    private static final String RESET = "\u001b[0m";

    /** The purpose of a colour. */
    public enum Ink {
        ADDED("\u001b[32m"),
        REMOVED("\u001b[31m"),
        CHANGED("\u001b[33m"),
        EMPHASIS("\u001b[1m"),
        FAINT("\u001b[2m"),
        ERROR("\u001b[1;31m"),
        WARNING("\u001b[1;33m");

        private final String start;

        Ink(String start) {
            this.start = start;
        }
    }

    /** The text in a colour, where there are colours. */
    public String paint(Ink ink, String text) {
        return this == PLAIN || text.isEmpty() ? text : ink.start + text + RESET;
    }
}
