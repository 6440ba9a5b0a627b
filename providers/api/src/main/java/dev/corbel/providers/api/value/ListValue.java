package dev.corbel.providers.api.value;

import java.util.List;

/** Values in order. */
public record ListValue(List<Value> elements) implements Value {
    public static final ListValue EMPTY = new ListValue(List.of());

    public ListValue {
        elements = List.copyOf(elements);
    }

    @Override
    public boolean isWhollyKnown() {
        return elements.stream().allMatch(Value::isWhollyKnown);
    }

    @Override
    public boolean containsSensitive() {
        return elements.stream().anyMatch(Value::containsSensitive);
    }

    @Override
    public ListValue fullyUnmarked() {
        return containsSensitive()
                ? new ListValue(elements.stream().map(Value::fullyUnmarked).toList())
                : this;
    }

    @Override
    public String toString() {
        return elements.toString();
    }
}
