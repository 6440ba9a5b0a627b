package dev.corbel.cli.view.diff;

import dev.corbel.providers.api.text.Printable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The lines of a text as they are shown. Only a line feed ends one, so that a carriage return before it shows. */
final class TextLines {
    private TextLines() {}

    /** The lines; backslashes are doubled where something is spelt out with one, so that texts that differ look different. */
    static List<String> of(String text) {
        return of(text, !Printable.isPlain(text));
    }

    /** @param exact whether backslashes are doubled */
    static List<String> of(String text, boolean exact) {
        List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
        if (lines.get(lines.size() - 1).isEmpty()) {
            lines.remove(lines.size() - 1);
        }
        lines.replaceAll(line -> Printable.line(exact ? line.replace("\\", "\\\\") : line));
        return lines;
    }
}
