package dev.corbel.providers.api.address;

import java.util.regex.Pattern;

/**
 * Selects addresses by the text that people see, or by the qualified text. {@code *} stands for anything within a step,
 * {@code **} for anything at all. A pattern that names a component selects all that is in it; one that names a resource
 * without a key selects all its instances. Quotes of keys may be missing.
 */
public final class AddressPattern {
    private final String text;
    private final Pattern pattern;

    private AddressPattern(String text) {
        this.text = text;
        this.pattern = Pattern.compile(expression(text) + "(?:/.*|\\[\".*)?", Pattern.DOTALL);
    }

    /** Every text is a pattern; one that selects nothing is for the caller to report. */
    public static AddressPattern parse(String text) {
        return new AddressPattern(text);
    }

    public boolean matches(Address address) {
        return pattern.matcher(address.toString()).matches()
                || pattern.matcher(address.qualified()).matches();
    }

    private static String expression(String text) {
        String quoted = TypedAddress.quoted(text);
        StringBuilder expression = new StringBuilder();
        for (int i = 0; i < quoted.length(); i++) {
            char c = quoted.charAt(i);
            if (c == '*' && i + 1 < quoted.length() && quoted.charAt(i + 1) == '*') {
                expression.append(".*");
                i++;
            } else if (c == '*') {
                expression.append("[^/]*");
            } else {
                expression.append(Pattern.quote(String.valueOf(c)));
            }
        }
        return expression.toString();
    }

    @Override
    public String toString() {
        return text;
    }
}
