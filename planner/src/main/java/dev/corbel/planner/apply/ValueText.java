package dev.corbel.planner.apply;

import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.SensitiveValue;
import dev.corbel.providers.api.value.StringValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.api.value.ValuePath;
import java.util.stream.Collectors;

/** Values as error texts show them: strings in quotes, secrets masked, long ones cut. */
final class ValueText {
    private static final int MAX_LENGTH = 200;

    private ValueText() {}

    static String of(Value value) {
        String text = render(value);
        return text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH) + " …";
    }

    /** {@code "PATH" FIRST X, but SECOND Y}, with both values masked where one of them is secret. */
    static String difference(String first, String second, ValuePath path, Value before, Value after) {
        boolean secret = before.containsSensitive() || after.containsSensitive();
        String left = secret ? of(Value.sensitive(before)) : of(before);
        String right = secret ? of(Value.sensitive(after)) : of(after);
        return "\"" + path + "\" " + first + " " + left + ", but " + second + " " + right;
    }

    private static String render(Value value) {
        if (value instanceof SensitiveValue) {
            return value.toString();
        }
        if (value instanceof StringValue text) {
            return "\"" + text.value() + "\"";
        }
        if (value instanceof ListValue list) {
            return list.elements().stream().map(ValueText::render).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof MapValue map) {
            return map.entries().entrySet().stream()
                    .map(entry -> entry.getKey() + ": " + render(entry.getValue()))
                    .collect(Collectors.joining(", ", "[", "]"));
        }
        return value.toString();
    }
}
