package dev.corbel.dsl.format;

import dev.corbel.dsl.syntax.Lexeme;
import dev.corbel.dsl.syntax.Lexeme.Kind;
import java.util.ArrayList;
import java.util.List;

/** A line of a definition with the pieces that begin in it. */
final class Line {
    private final int start;
    private final List<Lexeme> pieces = new ArrayList<>();
    private String text;
    private boolean inText;
    private boolean inComment;
    private boolean leadsIntoText;

    private Line(String text, int start) {
        this.text = text;
        this.start = start;
    }

    /** The lines of a text. */
    static List<Line> all(String text) {
        List<Line> lines = new ArrayList<>();
        int start = 0;
        for (String line : text.split("\n", -1)) {
            lines.add(new Line(line, start));
            start += line.length() + 1;
        }
        int at = 0;
        for (Lexeme piece : Lexeme.of(text)) {
            while (at + 1 < lines.size() && lines.get(at + 1).start <= piece.start()) {
                at++;
            }
            if (piece.kind() != Kind.BREAK) {
                lines.get(at).pieces.add(piece);
                mark(lines, at, piece);
            }
        }
        lines.forEach(Line::withoutEnd);
        return lines;
    }

    private static void mark(List<Line> lines, int from, Lexeme piece) {
        for (int i = from + 1; i < lines.size() && lines.get(i).start < piece.end(); i++) {
            Line line = lines.get(i);
            line.inComment = piece.kind() == Kind.COMMENT;
            line.inText = !line.inComment;
            lines.get(i - 1).leadsIntoText |= line.inText;
        }
    }

    private void withoutEnd() {
        if (!leadsIntoText) {
            text = text.stripTrailing();
        }
    }

    String text() {
        return text;
    }

    /** Tells whether it begins in a text in quotes, so that its spaces are a part of that. */
    boolean isInText() {
        return inText;
    }

    /** Tells whether it begins in a comment of several lines. */
    boolean isInComment() {
        return inComment;
    }

    boolean isBlank() {
        return !inText && !inComment && text.isBlank();
    }

    /** What begins in it, without comments. */
    List<Lexeme> code() {
        return pieces.stream().filter(piece -> piece.kind() != Kind.COMMENT).toList();
    }

    int indent() {
        return text.length() - text.stripLeading().length();
    }

    /** Puts so many spaces in front. */
    void indentBy(int spaces) {
        text = text.isBlank() ? "" : " ".repeat(Math.max(spaces, 0)) + text.stripLeading();
    }

    /** Tells whether it is {@code name = value}, and nothing else. */
    boolean isAttribute() {
        List<Lexeme> code = code();
        return !inText
                && !inComment
                && code.size() > 2
                && code.get(1).kind() == Kind.ASSIGN
                && pieces.get(0).kind() != Kind.COMMENT
                && code.get(0).end() <= code.get(1).start()
                && !code.get(0).text().contains("\n")
                && code.stream().noneMatch(piece -> piece.text().equals(";"));
    }

    /** The width of the name in front of the {@code =}. */
    int nameWidth() {
        return code().get(0).text().length();
    }

    /** Puts the {@code =} so far behind the start of the name. */
    void alignTo(int width) {
        Lexeme name = code().get(0);
        String rest = text.stripLeading().substring(name.text().length()).stripLeading();
        text = " ".repeat(indent()) + name.text()
                + " ".repeat(width - name.text().length()) + " = "
                + rest.substring(1).stripLeading();
    }
}
