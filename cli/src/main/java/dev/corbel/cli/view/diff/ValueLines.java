package dev.corbel.cli.view.diff;

import dev.corbel.cli.view.diff.DiffLine.Mark;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.StringValue;
import dev.corbel.providers.api.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Lays a value out over lines that all have the same mark. */
public final class ValueLines {
    private static final String TEXT_FENCE = "\"\"\"";

    private final Mark mark;
    private final List<DiffLine> lines = new ArrayList<>();

    private ValueLines(Mark mark) {
        this.mark = mark;
    }

    /** The lines of {@code head} followed by the value; the head may be empty. */
    static List<DiffLine> of(Mark mark, int depth, String head, Value value) {
        ValueLines lines = new ValueLines(mark);
        lines.add(depth, head, value);
        return lines.lines;
    }

    /** The lines of a value alone, for views of what is rather than of what changes. */
    public static List<DiffLine> of(Value value) {
        return of(Mark.SAME, 0, "", value);
    }

    /** The entries of a map, without braces around them and without nulls. */
    public static List<DiffLine> ofEntries(Mark mark, int depth, MapValue map) {
        ValueLines lines = new ValueLines(mark);
        lines.addEntries(depth, map);
        return lines.lines;
    }

    private void add(int depth, String head, Value value) {
        if (value instanceof MapValue map && !map.entries().isEmpty()) {
            line(depth, head + "{");
            addEntries(depth + 1, map);
            close(depth, "}");
        } else if (value instanceof ListValue list && !list.elements().isEmpty()) {
            line(depth, head + "[");
            list.elements().forEach(element -> add(depth + 1, "", element));
            close(depth, "]");
        } else if (value instanceof StringValue text && isLong(text)) {
            line(depth, head + TEXT_FENCE);
            TextLines.of(text.value()).forEach(part -> line(depth + 1, part));
            close(depth, TEXT_FENCE);
        } else {
            line(depth, head + Literal.of(value));
        }
    }

    private void addEntries(int depth, MapValue map) {
        Map<String, Value> entries = new TreeMap<>(map.entries());
        entries.values().removeIf(Value::isNull);
        int width = nameWidth(entries.keySet());
        entries.forEach((name, entry) -> add(depth, head(name, width), entry));
    }

    private void close(int depth, String text) {
        lines.add(new DiffLine(Mark.SAME, depth, text));
    }

    private void line(int depth, String text) {
        lines.add(new DiffLine(mark, depth, text));
    }

    /** A text of several lines is shown as such. */
    static boolean isLong(StringValue text) {
        return text.value().indexOf('\n') >= 0;
    }

    static int nameWidth(Iterable<String> names) {
        int width = 0;
        for (String name : names) {
            width = Math.max(width, Literal.name(name).length());
        }
        return width;
    }

    static String head(String name, int width) {
        String shown = Literal.name(name);
        return shown + " ".repeat(width - shown.length()) + " = ";
    }
}
