package dev.corbel.providers.api.address;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the qualified text of an address, in which every component has its kind ({@code region:eu-central-1}). Plain
 * text does not say the kinds; {@link AddressPattern} selects by it.
 */
public final class AddressParser {
    private static final Pattern KEY = Pattern.compile("\\[\"((?:[^\"\\\\]++|\\\\.)*+)\"]\\z", Pattern.DOTALL);
    private static final Pattern RESOURCE =
            Pattern.compile("((?:data\\.)?[A-Za-z][A-Za-z0-9]*_[A-Za-z0-9_]*)\\.(.+)", Pattern.DOTALL);

    private static final Pattern ESCAPE = Pattern.compile("\\\\(u\\p{XDigit}{4}|.)", Pattern.DOTALL);

    private AddressParser() {}

    /** The address; empty where the text is not one. */
    public static Optional<Address> parse(String text) {
        List<Step> steps = new ArrayList<>();
        for (String part : split(text)) {
            Optional<Step> step = step(part);
            if (step.isEmpty()) {
                return Optional.empty();
            }
            steps.add(step.get());
        }
        return steps.isEmpty() ? Optional.empty() : Optional.of(new Address(steps));
    }

    private static Optional<Step> step(String part) {
        String name = part;
        @Nullable String key = null;
        Matcher keyed = KEY.matcher(part);
        if (keyed.find()) {
            key = unescaped(keyed.group(1));
            name = part.substring(0, keyed.start());
        }
        Matcher resource = RESOURCE.matcher(name);
        if (resource.matches()) {
            return Optional.of(new Step(resource.group(1), unescaped(resource.group(2)), key));
        }
        int colon = name.indexOf(':');
        if (colon < 1) {
            return Optional.empty();
        }
        String label = name.substring(colon + 1);
        return Optional.of(new Step(name.substring(0, colon), label.isEmpty() ? null : unescaped(label), key));
    }

    private static String unescaped(String text) {
        return ESCAPE.matcher(text).replaceAll(escape -> Matcher.quoteReplacement(meaning(escape.group(1))));
    }

    private static String meaning(String escape) {
        if (escape.length() > 1) {
            return String.valueOf((char) Integer.parseInt(escape.substring(1), 16));
        }
        return switch (escape) {
            case "n" -> "\n";
            case "r" -> "\r";
            case "t" -> "\t";
            default -> escape;
        };
    }

    /** Splits at slashes that are neither escaped nor in quoted keys. */
    static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                part.append(c).append(text.charAt(++i));
                continue;
            }
            if (c == '"') {
                quoted = !quoted;
            }
            if (c == '/' && !quoted) {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        parts.add(part.toString());
        return parts;
    }
}
