package dev.corbel.cli.view;

/** A source text with all texts and comments made blank, so that brackets and words can be looked for in what is left. */
final class CodeOutline {
    /** Stands for what was in a text: no white space, so that a text still counts as something. */
    private static final char TEXT = '_';

    private final String source;
    private final StringBuilder outline;
    private int position;

    private CodeOutline(String source) {
        this.source = source;
        this.outline = new StringBuilder(source.length());
    }

    /** The outline, in which every character stands where it stood. */
    static String of(String source) {
        return new CodeOutline(source).read();
    }

    private String read() {
        while (position < source.length()) {
            if (source.startsWith("//", position)) {
                blank(' ', lineEnd());
            } else if (source.startsWith("/*", position)) {
                int end = source.indexOf("*/", position + 2);
                blank(' ', end < 0 ? source.length() : end + 2);
            } else if (source.startsWith("'''", position) || source.startsWith("\"\"\"", position)) {
                blank(TEXT, closing(source.substring(position, position + 3), source.length()));
            } else if (source.charAt(position) == '\'' || source.charAt(position) == '"') {
                blank(TEXT, closing(source.substring(position, position + 1), lineEnd()));
            } else {
                outline.append(source.charAt(position++));
            }
        }
        return outline.toString();
    }

    private int lineEnd() {
        int end = source.indexOf('\n', position);
        return end < 0 ? source.length() : end;
    }

    /** Behind the end of the text that begins here; the limit where it does not end. */
    private int closing(String quote, int limit) {
        int i = position + quote.length();
        while (i < limit) {
            if (source.charAt(i) == '\\') {
                i += 2;
            } else if (source.startsWith(quote, i)) {
                return i + quote.length();
            } else {
                i++;
            }
        }
        return limit;
    }

    private void blank(char with, int end) {
        int to = Math.min(end, source.length());
        outline.append(String.valueOf(with).repeat(to - position));
        position = to;
    }
}
