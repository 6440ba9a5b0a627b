package dev.corbel.dsl.format;

import dev.corbel.dsl.syntax.Lexeme;
import dev.corbel.dsl.syntax.Lexeme.Kind;
import java.util.ArrayList;
import java.util.List;

/** Puts the {@code =} of attributes in neighbouring lines below each other. */
final class Alignment {
    private Alignment() {}

    static void apply(List<Line> lines) {
        List<Line> group = new ArrayList<>();
        for (Line line : lines) {
            boolean joins =
                    line.isAttribute() && (group.isEmpty() || group.get(0).indent() == line.indent());
            if (!joins) {
                align(group);
            }
            if (line.isAttribute()) {
                group.add(line);
            }
            if (opens(line)) {
                align(group);
            }
        }
        align(group);
    }

    /** Tells whether a value goes on in the next line. */
    private static boolean opens(Line line) {
        int depth = 0;
        for (Lexeme piece : line.code()) {
            depth += piece.kind() == Kind.OPEN ? 1 : piece.kind() == Kind.CLOSE ? -1 : 0;
        }
        return depth != 0;
    }

    private static void align(List<Line> group) {
        int width = group.stream().mapToInt(Line::nameWidth).max().orElse(0);
        group.forEach(line -> line.alignTo(width));
        group.clear();
    }
}
