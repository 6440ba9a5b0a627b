package dev.corbel.dsl.syntax;

import dev.corbel.providers.api.diagnostic.SourceRange;
import java.util.List;
import org.codehaus.groovy.ast.ASTNode;

/** The text of a file, asked by lines and columns, which count from 1. */
final class SourceText {
    private final String file;
    private final List<String> lines;

    SourceText(String file, String text) {
        this.file = file;
        this.lines = text.lines().toList();
    }

    String file() {
        return file;
    }

    boolean isBlank() {
        return lines.stream().allMatch(String::isBlank);
    }

    /** The whole line. */
    String line(int number) {
        return number < 1 || number > lines.size() ? "" : lines.get(number - 1);
    }

    /** The character there; a space beyond the end of a line. */
    char at(int line, int column) {
        if (line < 1 || line > lines.size()) {
            return ' ';
        }
        String text = lines.get(line - 1);
        return column < 1 || column > text.length() ? ' ' : text.charAt(column - 1);
    }

    char at(ASTNode node) {
        return at(node.getLineNumber(), node.getColumnNumber());
    }

    /** The text of a node that stands on one line. */
    String text(ASTNode node) {
        int line = node.getLineNumber();
        if (line < 1 || line > lines.size() || node.getLastLineNumber() != line) {
            return "";
        }
        String text = lines.get(line - 1);
        int from = Math.min(Math.max(node.getColumnNumber() - 1, 0), text.length());
        int to = Math.min(Math.max(node.getLastColumnNumber() - 1, from), text.length());
        return text.substring(from, to);
    }

    /** The place of a node; the start of the file for one that the parser made up. */
    SourceRange range(ASTNode node) {
        if (node.getLineNumber() < 1) {
            return SourceRange.at(file, 1, 1);
        }
        return range(
                node.getLineNumber(), node.getColumnNumber(), node.getLastLineNumber(), node.getLastColumnNumber());
    }

    /** From the start of one node to the start of another. */
    SourceRange range(ASTNode from, ASTNode to) {
        return range(from.getLineNumber(), from.getColumnNumber(), to.getLineNumber(), to.getColumnNumber());
    }

    SourceRange range(int line, int column, int endLine, int endColumn) {
        int first = Math.max(line, 1);
        int start = Math.max(column, 1);
        int last = Math.max(endLine, first);
        return new SourceRange(
                file, first, start, last, last == first ? Math.max(endColumn, start + 1) : Math.max(endColumn, 1));
    }
}
