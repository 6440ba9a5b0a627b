package dev.corbel.dsl.template;

import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.diagnostic.SourceRange;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The place in the text of a template up to which it is read. */
final class Cursor {
    private final String file;
    private final String text;
    private final int[] lineStarts;
    private int position;

    Cursor(String file, String text) {
        this.file = file;
        this.text = text;
        this.lineStarts = IntStream.concat(
                        IntStream.of(0),
                        IntStream.range(0, text.length())
                                .filter(offset -> text.charAt(offset) == '\n')
                                .map(offset -> offset + 1))
                .toArray();
    }

    int position() {
        return position;
    }

    /** Goes back to a position. */
    void back(int to) {
        position = to;
    }

    boolean atEnd() {
        return position >= text.length();
    }

    /** The next character; 0 at the end. */
    char peek() {
        return peek(0);
    }

    char peek(int ahead) {
        return position + ahead < text.length() ? text.charAt(position + ahead) : 0;
    }

    char next() {
        return text.charAt(position++);
    }

    boolean isAt(String token) {
        return text.startsWith(token, position);
    }

    /** Steps over a token, where it is next. */
    boolean take(String token) {
        boolean found = isAt(token);
        if (found) {
            position += token.length();
        }
        return found;
    }

    /** Steps over blanks, line ends and comments. */
    void skip() {
        while (!atEnd()) {
            if (Character.isWhitespace(peek())) {
                position++;
            } else if (peek() == '#' || isAt("//")) {
                to("\n");
            } else if (isAt("/*")) {
                to("*/");
            } else {
                return;
            }
        }
    }

    private void to(String end) {
        int found = text.indexOf(end, position);
        position = found < 0 ? text.length() : found + end.length();
    }

    /** Steps over a token behind blanks, or says what is missing. */
    void expect(String token, String where) {
        skip();
        if (!take(token)) {
            throw error("\"" + token + "\" is missing " + where, null);
        }
    }

    static boolean startsName(char character) {
        return Character.isLetter(character) || character == '_';
    }

    /** A name, which may have dashes in it; empty where none is next. */
    String name() {
        int start = position;
        if (startsName(peek())) {
            while (Character.isLetterOrDigit(peek()) || peek() == '_' || peek() == '-') {
                position++;
            }
        }
        return text.substring(start, position);
    }

    /** The keyword or name that is next, which is not stepped over. */
    String word() {
        int start = position;
        String word = name();
        position = start;
        return word;
    }

    String since(int start) {
        return text.substring(start, position);
    }

    /** The error for what is next. */
    DiagnosticsException error(String summary, @Nullable String hint) {
        return TemplateErrors.error(summary, hint, range(Math.min(position, Math.max(0, text.length() - 1))));
    }

    /** The range from a position up to here; one character at least. */
    SourceRange range(int start) {
        int end = Math.max(start + 1, Math.min(position, text.length()));
        return new SourceRange(file, line(start), column(start), line(end), column(end));
    }

    private int line(int offset) {
        int found = Arrays.binarySearch(lineStarts, offset);
        return found < 0 ? -found - 1 : found + 1;
    }

    private int column(int offset) {
        return offset - lineStarts[line(offset) - 1] + 1;
    }
}
