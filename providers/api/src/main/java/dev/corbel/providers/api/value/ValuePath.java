package dev.corbel.providers.api.value;

import dev.corbel.providers.api.text.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A way into a value: names of attributes, keys of maps and positions in lists. Reads as {@code tags["team"]} or
 * {@code ingress[0].port}.
 */
public record ValuePath(List<Step> steps) {
    public static final ValuePath ROOT = new ValuePath(List.of());

    /** One step of a path. */
    public sealed interface Step {}

    /** Into an attribute of an object, or under a key of a map. */
    public record Name(String name) implements Step {}

    /** To a position in a list, counted from zero. */
    public record Index(int index) implements Step {}

    public ValuePath {
        steps = List.copyOf(steps);
    }

    public static ValuePath of(String... names) {
        return new ValuePath(List.of(names).stream().<Step>map(Name::new).toList());
    }

    /**
     * Reads a path as it is written or shown: names with dots between them, positions, and keys in quotes of either
     * kind, {@code tags["a.b"]}. Plain digits after the first name are a position.
     *
     * @return empty where the text is no path
     */
    public static Optional<ValuePath> parse(String text) {
        return new ValuePathParser(text).parse();
    }

    public ValuePath then(String name) {
        return append(new Name(name));
    }

    public ValuePath then(int index) {
        return append(new Index(index));
    }

    public ValuePath then(ValuePath rest) {
        List<Step> longer = new ArrayList<>(steps);
        longer.addAll(rest.steps);
        return new ValuePath(longer);
    }

    public boolean isRoot() {
        return steps.isEmpty();
    }

    /** Whether this path is the other one or leads to something around it. */
    public boolean isPrefixOf(ValuePath other) {
        return steps.size() <= other.steps.size()
                && other.steps.subList(0, steps.size()).equals(steps);
    }

    /** Follows this path; null (the value) where it leads nowhere, unknown below an unknown. Sensitivity of what contains the end stays on it. */
    public Value in(Value start) {
        Value current = start;
        boolean sensitive = false;
        for (Step step : steps) {
            sensitive |= current instanceof SensitiveValue;
            current = next(current.unmarked(), step);
        }
        return sensitive ? Value.sensitive(current) : current;
    }

    private static Value next(Value current, Step step) {
        if (current instanceof UnknownValue) {
            return current;
        }
        if (step instanceof Name name && current instanceof MapValue map) {
            return map.get(name.name());
        }
        if (step instanceof Index index
                && current instanceof ListValue list
                && index.index() >= 0
                && index.index() < list.elements().size()) {
            return list.elements().get(index.index());
        }
        return NullValue.NULL;
    }

    private ValuePath append(Step step) {
        List<Step> longer = new ArrayList<>(steps);
        longer.add(step);
        return new ValuePath(longer);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Step step : steps) {
            if (step instanceof Index index) {
                text.append('[').append(index.index()).append(']');
            } else if (step instanceof Name name) {
                appendName(text, name.name());
            }
        }
        return text.toString();
    }

    private static void appendName(StringBuilder text, String name) {
        if (!name.matches("[A-Za-z_][A-Za-z0-9_]*")) {
            text.append("[\"")
                    .append(Printable.line(name.replace("\\", "\\\\").replace("\"", "\\\"")))
                    .append("\"]");
        } else if (text.isEmpty()) {
            text.append(name);
        } else {
            text.append('.').append(name);
        }
    }
}
