package dev.corbel.dsl.syntax;

import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.SourceRange;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Looks for brackets and quotes that do not match, which Groovy's parser reports far from where they are. Where the
 * indentation of a closing brace tells that it closes the wrong block, that block is named.
 */
final class DelimiterCheck {
    private static final String OPENING = "{[(";
    private static final String CLOSING = "}])";

    private final String file;
    private final String text;
    private final Deque<Open> open = new ArrayDeque<>();
    private int position;
    private int line = 1;
    private int lineStart;
    private int indentation;

    private record Open(char bracket, int line, int column, int indentation) {}

    private DelimiterCheck(String file, String text) {
        this.file = file;
        this.text = text;
    }

    /** The first problem; empty where brackets and quotes match. */
    static Optional<Diagnostic> check(String file, String text) {
        return Optional.ofNullable(new DelimiterCheck(file, text).scan());
    }

    private @Nullable Diagnostic scan() {
        @Nullable Open suspect = null;
        while (position < text.length()) {
            char c = text.charAt(position);
            if (c == '\n') {
                newLine(position + 1);
            } else if (c == '\'' || c == '"') {
                Diagnostic problem = quote(c);
                if (problem != null) {
                    return problem;
                }
                continue;
            } else if (c == '/' && skipComment()) {
                continue;
            } else if (OPENING.indexOf(c) >= 0) {
                open.push(new Open(c, line, column(), indentation));
            } else if (CLOSING.indexOf(c) >= 0) {
                Open last = open.poll();
                if (last == null) {
                    return problem("This \"" + c + "\" closes nothing", line, column(), null);
                }
                char wanted = CLOSING.charAt(OPENING.indexOf(last.bracket()));
                if (c != wanted) {
                    return unclosed(last);
                }
                boolean first = text.substring(lineStart, position).isBlank();
                if (suspect == null && c == '}' && first && indentation < last.indentation()) {
                    suspect = last;
                }
            }
            position++;
        }
        if (open.isEmpty()) {
            return null;
        }
        return unclosed(suspect == null ? open.peek() : suspect);
    }

    private void newLine(int start) {
        line++;
        lineStart = start;
        int end = start;
        while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
            end++;
        }
        indentation = end - start;
    }

    private int column() {
        return position - lineStart + 1;
    }

    private boolean skipComment() {
        if (text.startsWith("//", position)) {
            int end = text.indexOf('\n', position);
            position = end < 0 ? text.length() : end;
            return true;
        }
        if (text.startsWith("/*", position)) {
            int end = text.indexOf("*/", position + 2);
            int stop = end < 0 ? text.length() : end + 2;
            advance(stop);
            return true;
        }
        return false;
    }

    private void advance(int stop) {
        while (position < stop) {
            if (text.charAt(position) == '\n') {
                newLine(position + 1);
            }
            position++;
        }
    }

    private @Nullable Diagnostic quote(char quote) {
        String triple = String.valueOf(quote).repeat(3);
        boolean multiline = text.startsWith(triple, position);
        String end = multiline ? triple : String.valueOf(quote);
        int startLine = line;
        int startColumn = column();
        int at = position + end.length();
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\\') {
                at += 2;
            } else if (text.startsWith(end, at)) {
                advance(at + end.length());
                return null;
            } else if (c == '\n' && !multiline) {
                break;
            } else {
                at++;
            }
        }
        return problem("This text is never closed", startLine, startColumn, "Add " + end + " where it ends.");
    }

    private Diagnostic unclosed(Open bracket) {
        char closing = CLOSING.charAt(OPENING.indexOf(bracket.bracket()));
        return problem(
                "This \"" + bracket.bracket() + "\" is never closed",
                bracket.line(),
                bracket.column(),
                "Add \"" + closing + "\" where it ends.");
    }

    private Diagnostic problem(String summary, int atLine, int atColumn, @Nullable String hint) {
        return Diagnostic.error("Syntax error: " + Character.toLowerCase(summary.charAt(0)) + summary.substring(1), "")
                .withHint(hint)
                .at(SourceRange.at(file, atLine, atColumn));
    }
}
