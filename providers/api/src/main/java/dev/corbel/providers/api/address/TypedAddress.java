package dev.corbel.providers.api.address;

import dev.corbel.providers.api.text.Printable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses and patterns as people type them, who may leave out the quotes of keys: a shell eats these easily. */
public final class TypedAddress {
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u\\p{XDigit}{4}|.)", Pattern.DOTALL);

    private TypedAddress() {}

    /**
     * The text with all quotes, and with what cannot be seen spelt as addresses spell it: {@code app[a]} is
     * {@code app["a"]}, and {@code app[0]} is {@code app["0"]}.
     */
    public static String quoted(String typed) {
        String text = spelt(typed);
        StringBuilder result = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            result.append(c);
            if (c == '\\' && i + 1 < text.length()) {
                result.append(text.charAt(++i));
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == '[' && !quoted) {
                int end = text.indexOf(']', i);
                if (end > i + 1 && text.substring(i, end).indexOf('"') < 0) {
                    result.append('"').append(text, i + 1, end).append('"');
                    i = end - 1;
                }
            }
        }
        return result.toString();
    }

    private static String spelt(String typed) {
        return ESCAPE.matcher(Printable.line(typed)).replaceAll(escape -> {
            boolean unicode = escape.group().length() > 2;
            return Matcher.quoteReplacement(unicode ? escape.group().toLowerCase(Locale.ROOT) : escape.group());
        });
    }

    /** The steps of a text with all quotes, as they are written. */
    public static List<String> steps(String quoted) {
        return AddressParser.split(quoted);
    }

    /** Whether a star stands outside of quotes. */
    public static boolean isGlob(String text) {
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == '*' && !quoted) {
                return true;
            }
        }
        return false;
    }

    /** Why a text can be neither an address nor a pattern, as a sentence; empty where it can. */
    public static Optional<String> fault(String text) {
        if (text.isBlank()) {
            return Optional.of("It is empty.");
        }
        return steps(quoted(text)).stream()
                .map(TypedAddress::faultOfStep)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> faultOfStep(String step) {
        boolean quoted = false;
        int opened = -1;
        boolean closed = false;
        for (int i = 0; i < step.length(); i++) {
            char c = step.charAt(i);
            if (closed) {
                return Optional.of("Something follows the key in [].");
            } else if (c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && c == '[') {
                if (opened >= 0) {
                    return Optional.of("There is a [ in a key without quotes.");
                }
                opened = i;
            } else if (!quoted && c == ']') {
                if (opened < 0) {
                    return Optional.of("There is a ] without a [.");
                }
                if (opened == i - 1) {
                    return Optional.of("The key in [] is missing.");
                }
                closed = true;
            }
        }
        if (quoted) {
            return Optional.of("A quote is not closed.");
        }
        if (opened >= 0 && !closed) {
            return Optional.of("A [ is not closed.");
        }
        return step.isBlank() ? Optional.of("There is nothing before or after a slash.") : Optional.empty();
    }
}
