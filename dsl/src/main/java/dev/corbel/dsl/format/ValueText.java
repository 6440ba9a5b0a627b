package dev.corbel.dsl.format;

import dev.corbel.providers.api.value.BooleanValue;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.NullValue;
import dev.corbel.providers.api.value.NumberValue;
import dev.corbel.providers.api.value.StringValue;
import dev.corbel.providers.api.value.Value;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/** Writes values as literals of the language, which mean the same value when they are read. */
public final class ValueText {
    private static final Pattern PLAIN_KEY = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private ValueText() {}

    /**
     * The literal.
     *
     * @throws IllegalArgumentException for a value that is not known, or sensitive, which is never written out
     */
    public static String of(Value value) {
        if (value instanceof StringValue text) {
            return text(text.value());
        }
        if (value instanceof NumberValue number) {
            return number.value().toPlainString();
        }
        if (value instanceof BooleanValue || value instanceof NullValue) {
            return value.toString();
        }
        if (value instanceof ListValue list) {
            StringJoiner elements = new StringJoiner(", ", "[", "]");
            list.elements().forEach(element -> elements.add(of(element)));
            return elements.toString();
        }
        if (value instanceof MapValue map) {
            return map(map);
        }
        throw new IllegalArgumentException("no literal for a value that is unknown or sensitive");
    }

    private static String map(MapValue map) {
        if (map.entries().isEmpty()) {
            return "[:]";
        }
        StringJoiner entries = new StringJoiner(", ", "[", "]");
        for (Map.Entry<String, Value> entry : map.entries().entrySet()) {
            String key = PLAIN_KEY.matcher(entry.getKey()).matches() ? entry.getKey() : text(entry.getKey());
            entries.add(key + ": " + of(entry.getValue()));
        }
        return entries.toString();
    }

    /** A text in single quotes, in which a dollar sign is one. */
    private static String text(String text) {
        StringBuilder quoted = new StringBuilder("'");
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            switch (character) {
                case '\'' -> quoted.append("\\'");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (Character.isISOControl(character)) {
                        quoted.append("\\u%04x".formatted((int) character));
                    } else {
                        quoted.append(character);
                    }
                }
            }
        }
        return quoted.append('\'').toString();
    }
}
