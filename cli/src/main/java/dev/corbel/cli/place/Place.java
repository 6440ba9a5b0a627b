package dev.corbel.cli.place;

import dev.corbel.providers.api.text.Printable;

/**
 * A line of a file.
 *
 * @param file as people name it: relative to the project, with {@code /}
 * @param line counted from 1
 */
public record Place(String file, int line) {

    /** {@code file:line}, on one line whatever the file is called. */
    @Override
    public String toString() {
        return Printable.line(file) + ":" + line;
    }
}
