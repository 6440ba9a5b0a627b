package dev.corbel.cli.manual;

import java.util.List;

/** A text in the language of manual pages, {@code man(7)}, of macros and of words that look like none. */
final class Roff {
    private final StringBuilder text = new StringBuilder();

    /** Adds a macro that begins a line: {@code .SH "SEE ALSO"}. */
    Roff macro(String name, String... arguments) {
        text.append('.').append(name);
        for (String argument : arguments) {
            text.append(" \"").append(escaped(argument).replace("\"", "\\(dq")).append('"');
        }
        text.append('\n');
        return this;
    }

    /** Adds lines of words, which are filled; an empty one begins a paragraph. */
    Roff words(List<String> lines) {
        for (String line : lines) {
            if (line.isBlank()) {
                macro("sp");
            } else {
                text.append(line(line.strip())).append('\n');
            }
        }
        return this;
    }

    /** Adds lines that are shown as they are. */
    Roff literal(List<String> lines) {
        macro("nf");
        lines.forEach(line -> text.append(line(line)).append('\n'));
        return macro("fi");
    }

    /** The text so far. */
    String text() {
        return text.toString();
    }

    /** A dot or a quote at its begin would make a macro of a line. */
    private static String line(String line) {
        String escaped = escaped(line);
        return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
    }

    /** A bare hyphen, quote or accent may be shown as another character, which cannot be pasted into a shell. */
    private static String escaped(String words) {
        return words.replace("\\", "\\(rs")
                .replace("-", "\\-")
                .replace("'", "\\(aq")
                .replace("`", "\\(ga")
                .replace("^", "\\(ha")
                .replace("~", "\\(ti");
    }
}
