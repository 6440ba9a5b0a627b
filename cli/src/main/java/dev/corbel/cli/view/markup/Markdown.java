package dev.corbel.cli.view.markup;

import dev.corbel.providers.api.text.Printable;

/**
 * Text in the Markdown of code hosts. Whatever characters it has, it stays text: no mention, no reference to an issue, no
 * markup, and no end of a cell.
 */
public final class Markdown {
    /** Punctuation that means nothing to Markdown within a line. */
    private static final String HARMLESS = " .,-/=%;?()\"'+!{}";

    /** Keeps a sign and the word behind it apart, for hosts that look for mentions after Markdown is done. */
    private static final String JOINER = "&#8288;";

    private Markdown() {}

    /** A name within a line that nobody sees, by which programs find a comment again; nothing in it ends the line. */
    public static String hidden(String raw) {
        return raw.replaceAll("[^A-Za-z0-9._]", "_");
    }

    /** Words within a sentence or a cell, on one line. */
    public static String text(String raw) {
        return escaped(raw, true);
    }

    /** A name or value within a sentence or a cell, on one line. */
    public static String code(String raw) {
        return "<code>" + escaped(raw, false) + "</code>";
    }

    /** A line within an element {@code pre}. */
    public static String preformatted(String raw) {
        String text = Printable.line(raw);
        StringBuilder escaped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ("&<>@#`|".indexOf(c) >= 0) {
                append(c, escaped);
            } else {
                escaped.append(c);
            }
        }
        return escaped.toString();
    }

    private static String escaped(String raw, boolean prose) {
        String text = Printable.line(raw);
        StringBuilder escaped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > '~' || Character.isLetterOrDigit(c) || HARMLESS.indexOf(c) >= 0 || isWithinWord(text, i)) {
                escaped.append(c);
            } else {
                append(c, escaped);
                escaped.append(prose && (c == '@' || c == '#') ? JOINER : "");
            }
        }
        return escaped.toString();
    }

    /** Tells whether an underscore stands where it begins no emphasis, or a colon where it begins no address and no picture. */
    private static boolean isWithinWord(String text, int index) {
        boolean follows = index > 0 && Character.isLetterOrDigit(text.charAt(index - 1));
        boolean precedes = index + 1 < text.length() && Character.isLetterOrDigit(text.charAt(index + 1));
        return switch (text.charAt(index)) {
            case '_' -> follows && precedes;
            case ':' ->
                follows && (index + 1 == text.length() || text.charAt(index + 1) == ' ' || isDigit(text, index + 1));
            default -> false;
        };
    }

    private static boolean isDigit(String text, int index) {
        return text.charAt(index) >= '0' && text.charAt(index) <= '9';
    }

    private static void append(char c, StringBuilder into) {
        into.append("&#").append((int) c).append(';');
    }
}
