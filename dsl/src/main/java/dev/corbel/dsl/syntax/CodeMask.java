package dev.corbel.dsl.syntax;

/** A text in which everything inside of quotes and comments is blank, at the same places. */
final class CodeMask {
    private final char[] masked;
    private int position;
    private int unclosedComment = -1;

    CodeMask(String text) {
        this.masked = text.toCharArray();
        while (position < masked.length) {
            step(text);
        }
    }

    String text() {
        return new String(masked);
    }

    /** The start of a comment that never ends; -1 where there is none. */
    int unclosedComment() {
        return unclosedComment;
    }

    private void step(String text) {
        if (text.startsWith("//", position)) {
            blank(end(text, "\n", position), position);
        } else if (text.startsWith("/*", position)) {
            int end = text.indexOf("*/", position + 2);
            unclosedComment = end < 0 ? position : unclosedComment;
            blank(end < 0 ? text.length() : end + 2, position);
        } else if (text.startsWith("'''", position) || text.startsWith("\"\"\"", position)) {
            String quote = text.substring(position, position + 3);
            quoted(text, quote, false);
        } else if (text.charAt(position) == '\'' || text.charAt(position) == '"') {
            quoted(text, text.substring(position, position + 1), true);
        } else {
            position++;
        }
    }

    private void quoted(String text, String quote, boolean ofOneLine) {
        int at = position + quote.length();
        while (at < text.length() && !text.startsWith(quote, at) && !(ofOneLine && text.charAt(at) == '\n')) {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        int end = Math.min(at, text.length());
        blank(end, position + quote.length());
        position = Math.min(text.startsWith(quote, end) ? end + quote.length() : end, text.length());
    }

    private static int end(String text, String mark, int from) {
        int end = text.indexOf(mark, from);
        return end < 0 ? text.length() : end;
    }

    private void blank(int end, int from) {
        for (int i = from; i < end; i++) {
            masked[i] = masked[i] == '\n' ? '\n' : ' ';
        }
        position = end;
    }
}
