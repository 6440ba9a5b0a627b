package dev.corbel.dsl.format;

import dev.corbel.dsl.syntax.Lexeme;
import dev.corbel.dsl.syntax.Lexeme.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * The layout of definitions: four spaces for each block and bracket around, {@code =} of neighbours below each other, no
 * spaces at the ends of lines, and no two blank lines. Texts and comments stay as they are, and so does everything
 * on one line but the spaces around its first {@code =}.
 */
public final class Layout {
    private Layout() {}

    /**
     * The same definition in the layout; a text in the layout stays as it is.
     *
     * @param text of a file that has no syntax errors
     */
    public static String of(String text) {
        List<Line> lines = Line.all(text);
        new Indentation().apply(lines);
        Alignment.apply(lines);
        String laidOut = joined(lines);
        if (!words(text).equals(words(laidOut))) {
            throw new IllegalStateException("Internal error: the layout would change what the definition says");
        }
        return laidOut;
    }

    private static String joined(List<Line> lines) {
        StringBuilder text = new StringBuilder();
        boolean blank = true;
        for (Line line : lines) {
            boolean skipped = line.isBlank() && blank;
            if (!skipped) {
                text.append(line.text()).append('\n');
            }
            blank = line.isBlank();
        }
        while (text.length() > 1 && text.charAt(text.length() - 1) == '\n' && text.charAt(text.length() - 2) == '\n') {
            text.setLength(text.length() - 1);
        }
        return text.toString().equals("\n") ? "" : text.toString();
    }

    /** All that has a meaning, and the comments. */
    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        for (Lexeme piece : Lexeme.of(text)) {
            if (piece.kind() == Kind.COMMENT) {
                words.add(piece.text().replaceAll("\\s+", " ").strip());
            } else if (piece.kind() != Kind.BREAK) {
                words.add(piece.text());
            } else if (words.isEmpty() || !words.get(words.size() - 1).equals("\n")) {
                words.add("\n");
            }
        }
        if (!words.isEmpty() && words.get(0).equals("\n")) {
            words.remove(0);
        }
        if (words.isEmpty() || !words.get(words.size() - 1).equals("\n")) {
            words.add("\n");
        }
        return words;
    }
}
