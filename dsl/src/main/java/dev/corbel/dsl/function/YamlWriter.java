package dev.corbel.dsl.function;

import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes YAML to the byte as Terraform does: keys in order, texts in double quotes or, of several lines, as blocks, and
 * long ones folded as libyaml folds them.
 */
final class YamlWriter {
    private static final int WIDTH = 80;
    private static final int LONGEST_KEY = 128;
    private static final String STEP = "  ";

    private final StringBuilder text = new StringBuilder();

    private YamlWriter() {}

    static Value write(Arguments given) {
        Value value = given.value(0);
        YamlWriter writer = new YamlWriter();
        if (isNested(value)) {
            writer.nested(value, "");
        } else {
            writer.flat(value, STEP, true);
            boolean open = !Arguments.isText(value) && !(value instanceof ListValue) && !(value instanceof MapValue);
            writer.text.append(open ? "\n...\n" : "\n");
        }
        return Value.of(writer.text.toString());
    }

    private static boolean isNested(Value value) {
        return (value instanceof ListValue list && !list.elements().isEmpty())
                || (value instanceof MapValue map && !map.entries().isEmpty());
    }

    /** Writes the lines of a list or map; what stands before the first one is written already. */
    private void nested(Value value, String indent) {
        boolean first = true;
        if (value instanceof ListValue list) {
            for (Value element : list.elements()) {
                text.append(first ? "" : indent).append("- ");
                item(element, indent);
                first = false;
            }
            return;
        }
        for (Map.Entry<String, Value> entry : new TreeMap<>(((MapValue) value).entries()).entrySet()) {
            text.append(first ? "" : indent);
            entry(entry.getKey(), entry.getValue(), indent);
            first = false;
        }
    }

    private void item(Value element, String indent) {
        if (isNested(element)) {
            nested(element, indent + STEP);
        } else {
            flat(element, indent + STEP, true);
            text.append('\n');
        }
    }

    private void entry(String key, Value value, String indent) {
        boolean simple = key.indexOf('\n') < 0 && key.length() <= LONGEST_KEY;
        text.append(simple ? "" : "? ");
        text(key, indent + STEP, !simple);
        text.append(simple ? ":" : "\n" + indent + ":");
        if (!isNested(value)) {
            text.append(' ');
            flat(value, indent + STEP, true);
            text.append('\n');
        } else if (!simple) {
            text.append(' ');
            nested(value, indent + STEP);
        } else {
            String inner = value instanceof ListValue ? indent : indent + STEP;
            text.append('\n').append(inner);
            nested(value, inner);
        }
    }

    private void flat(Value value, String indent, boolean folded) {
        if (value instanceof ListValue) {
            text.append("[]");
        } else if (value instanceof MapValue) {
            text.append("{}");
        } else if (Arguments.isText(value)) {
            text(value.toString(), indent, folded);
        } else {
            text.append(value.isNull() ? "null" : value.toString());
        }
    }

    private void text(String value, String indent, boolean folded) {
        if (value.indexOf('\n') >= 0 && isBlock(value)) {
            block(value, indent);
        } else {
            quoted(value, indent, folded);
        }
    }

    /** Tells whether a block can hold the text: no space ends a line, and every character can be seen. */
    private static boolean isBlock(String value) {
        return !value.contains(" \n")
                && !value.endsWith(" ")
                && value.codePoints().allMatch(character -> character == '\n' || isPrintable(character));
    }

    private static boolean isPrintable(int character) {
        return (character >= 0x20 && character <= 0x7e)
                || (character >= 0xa0
                        && character <= 0xfffd
                        && character != 0x2028
                        && character != 0x2029
                        && character != 0xfeff);
    }

    private void block(String value, String indent) {
        text.append('|');
        text.append(value.startsWith(" ") || value.startsWith("\n") ? "2" : "");
        boolean ended = value.endsWith("\n");
        text.append(!ended ? "-" : value.equals("\n") || value.endsWith("\n\n") ? "+" : "");
        List<String> lines = List.of((ended ? value.substring(0, value.length() - 1) : value).split("\n", -1));
        for (String line : lines) {
            text.append('\n').append(line.isEmpty() ? "" : indent).append(line);
        }
    }

    private int column() {
        return text.length() - text.lastIndexOf("\n") - 1;
    }

    private void quoted(String value, String indent, boolean folded) {
        text.append('"');
        boolean afterSpace = false;
        for (int at = 0; at < value.length(); ) {
            int character = value.codePointAt(at);
            int next = at + Character.charCount(character);
            boolean space = character == ' ';
            if (space && folded && !afterSpace && at > 0 && next < value.length() && column() > WIDTH) {
                text.append('\n').append(indent);
                text.append(value.charAt(next) == ' ' ? "\\" : "");
            } else {
                text.append(
                        isPrintable(character) && character != '"' && character != '\\'
                                ? Character.toString(character)
                                : escaped(character));
            }
            afterSpace = space;
            at = next;
        }
        text.append('"');
    }

    private static String escaped(int character) {
        return switch (character) {
            case 0 -> "\\0";
            case 7 -> "\\a";
            case 8 -> "\\b";
            case 9 -> "\\t";
            case 10 -> "\\n";
            case 11 -> "\\v";
            case 12 -> "\\f";
            case 13 -> "\\r";
            case 0x1b -> "\\e";
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case 0x85 -> "\\N";
            case 0x2028 -> "\\L";
            case 0x2029 -> "\\P";
            default ->
                String.format(
                        Locale.ROOT,
                        character < 0x100 ? "\\x%02X" : character < 0x10000 ? "\\u%04X" : "\\U%08X",
                        character);
        };
    }
}
