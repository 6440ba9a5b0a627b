package dev.corbel.providers.api.diagnostic;

/**
 * A range of characters in a source file.
 *
 * @param file the file as people name it: relative to the project, with {@code /}
 * @param line first line, counted from 1
 * @param column first column, counted from 1
 * @param endLine last line
 * @param endColumn the column after the last character
 */
public record SourceRange(String file, int line, int column, int endLine, int endColumn) {
    public SourceRange {
        if (line < 1 || column < 1 || endLine < line || (endLine == line && endColumn < column)) {
            throw new IllegalArgumentException(
                    "not a range: %s:%d:%d-%d:%d".formatted(file, line, column, endLine, endColumn));
        }
    }

    public static SourceRange at(String file, int line, int column) {
        return new SourceRange(file, line, column, line, column + 1);
    }

    /** {@code file:line:column}. */
    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
