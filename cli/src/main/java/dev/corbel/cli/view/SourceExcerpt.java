package dev.corbel.cli.view;

import dev.corbel.providers.api.diagnostic.SourceRange;
import java.util.ArrayList;
import java.util.List;

/** The lines of a source file around a problem, with the place underlined. */
final class SourceExcerpt {
    private static final int LINES_BEFORE = 1;
    private static final int LINES_AT_MOST = 4;

    private SourceExcerpt() {}

    /** Numbered lines and a line of carets; nothing where the file has no such line. */
    static List<String> of(String source, SourceRange range) {
        List<String> lines = source.lines().toList();
        if (range.line() > lines.size()) {
            return List.of();
        }
        int first = Math.max(1, range.line() - LINES_BEFORE);
        int last = Math.min(lines.size(), Math.min(range.endLine(), range.line() + LINES_AT_MOST - 1));
        int width = String.valueOf(last).length();
        List<String> excerpt = new ArrayList<>();
        for (int number = first; number <= last; number++) {
            String line = lines.get(number - 1);
            if (number < range.line() && line.isBlank()) {
                continue;
            }
            excerpt.add(
                    ("%" + width + "d | %s").formatted(number, printable(line)).stripTrailing());
            if (number == range.line()) {
                excerpt.add(" ".repeat(width) + " | " + carets(line, range));
            }
        }
        return excerpt;
    }

    private static String carets(String line, SourceRange range) {
        int column = Math.min(range.column(), line.length() + 1);
        int end = range.endLine() == range.line()
                ? range.endColumn()
                : line.stripTrailing().length() + 1;
        int length = Math.max(1, Math.min(end, line.length() + 1) - column);
        return " ".repeat(column - 1) + "^".repeat(length);
    }

    /** One column per character, so that the carets stand below what they mean. */
    private static String printable(String line) {
        StringBuilder printable = new StringBuilder(line.length());
        line.chars().forEach(c -> printable.append(Character.isISOControl(c) ? ' ' : (char) c));
        return printable.toString();
    }
}
