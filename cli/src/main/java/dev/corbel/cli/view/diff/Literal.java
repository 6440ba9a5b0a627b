package dev.corbel.cli.view.diff;

import dev.corbel.providers.api.text.Printable;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.SensitiveValue;
import dev.corbel.providers.api.value.StringValue;
import dev.corbel.providers.api.value.Value;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/** Renders values on one line. Control characters are escaped, so that no value can steer a terminal. */
public final class Literal {
    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");

    private Literal() {}

    /** The value as text; sensitive parts as {@code (sensitive value)}, unknown ones as {@code (known after apply)}. */
    public static String of(Value value) {
        if (value instanceof SensitiveValue) {
            return value.toString();
        }
        if (value instanceof StringValue text) {
            return quoted(text.value());
        }
        if (value instanceof ListValue list) {
            StringJoiner elements = new StringJoiner(", ", "[", "]");
            list.elements().forEach(element -> elements.add(of(element)));
            return elements.toString();
        }
        if (value instanceof MapValue map) {
            StringJoiner entries = new StringJoiner(", ", "{", "}");
            map.entries().forEach((name, entry) -> entries.add(name(name) + " = " + of(entry)));
            return entries.toString();
        }
        return value.toString();
    }

    /** A name as it stands before an equals sign. */
    static String name(String name) {
        return IDENTIFIER.matcher(name).matches() ? name : quoted(name);
    }

    static String quoted(String text) {
        return '"' + Printable.line(text.replace("\\", "\\\\").replace("\"", "\\\"")) + '"';
    }
}
