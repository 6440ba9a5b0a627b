package dev.corbel.cli.view;

import dev.corbel.providers.api.diagnostic.SourceRange;
import java.util.ArrayList;
import java.util.List;

/** The lines of a source file around problems, with the place underlined and without secrets. */
final class SourceExcerpt {
    private static final int LINES_BEFORE = 1;
    private static final int LINES_AT_MOST = 4;

    private final List<ShownLine> lines;

    SourceExcerpt(String source) {
        this.lines = ShownLine.of(source, SensitiveDefaults.in(source));
    }

    /** Numbered lines and a line of carets; nothing where the file has no such line. */
    List<String> around(SourceRange range) {
        if (range.line() > lines.size()) {
            return List.of();
        }
        int first = Math.max(1, range.line() - LINES_BEFORE);
        int last = Math.min(lines.size(), Math.min(range.endLine(), range.line() + LINES_AT_MOST - 1));
        int width = String.valueOf(last).length();
        List<String> excerpt = new ArrayList<>();
        for (int number = first; number <= last; number++) {
            ShownLine line = lines.get(number - 1);
            if (number < range.line() && line.text().isBlank()) {
                continue;
            }
            excerpt.add(("%" + width + "d | %s").formatted(number, line.text()).stripTrailing());
            if (number == range.line()) {
                excerpt.add(" ".repeat(width) + " | " + carets(line, range));
            }
        }
        return excerpt;
    }

    private static String carets(ShownLine line, SourceRange range) {
        int length = line.text().length();
        int from = Math.min(line.start(range.column() - 1), length);
        int to = range.endLine() == range.line()
                ? line.end(range.endColumn() - 1)
                : line.text().stripTrailing().length();
        return " ".repeat(from) + "^".repeat(Math.max(1, Math.min(to, length) - from));
    }
}
