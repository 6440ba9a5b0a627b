package dev.corbel.providers.api.text;

/**
 * Spells out what would steer a terminal or could not be seen: control characters, line separators, spaces other than the
 * usual one, characters without a width, and those that turn the direction of writing. Escapes are those of Java and
 * JSON, such as {@code \n} and {@code \u202e}.
 */
public final class Printable {
    private static final char DELETE = 0x7f;

    private Printable() {}

    /** The text on one line. */
    public static String line(String text) {
        return escaped(text, false);
    }

    /** The text with its line feeds as they are. */
    public static String lines(String text) {
        return escaped(text, true);
    }

    /** Whether nothing in the text has to be spelt out but line feeds. */
    public static boolean isPlain(String text) {
        return text.codePoints().allMatch(c -> c == '\n' || isVisible(c));
    }

    private static String escaped(String text, boolean keepLines) {
        if (isAscii(text) || text.codePoints().allMatch(c -> isVisible(c) || (keepLines && c == '\n'))) {
            return text;
        }
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            if (isVisible(c) || (keepLines && c == '\n')) {
                escaped.appendCodePoint(c);
            } else {
                escape(c, escaped);
            }
        });
        return escaped.toString();
    }

    /** The common case, told without a stream: addresses pass here by the ten thousand. */
    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) >= DELETE) {
                return false;
            }
        }
        return true;
    }

    private static boolean isVisible(int codePoint) {
        if (codePoint >= ' ' && codePoint < DELETE) {
            return true;
        }
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR,
                    Character.SURROGATE -> false;
            default -> true;
        };
    }

    private static void escape(int codePoint, StringBuilder into) {
        switch (codePoint) {
            case '\n' -> into.append("\\n");
            case '\r' -> into.append("\\r");
            case '\t' -> into.append("\\t");
            default -> {
                for (char unit : Character.toChars(codePoint)) {
                    into.append("\\u%04x".formatted((int) unit));
                }
            }
        }
    }
}
