package dev.corbel.providers.kit.attribute;

import dev.corbel.providers.api.value.BooleanValue;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.NumberValue;
import dev.corbel.providers.api.value.StringValue;
import dev.corbel.providers.api.value.Value;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Planned or stored attributes as the builders of client libraries take them: null where one is not set. */
public record DesiredAttributes(MapValue attributes) {

    public @Nullable String text(String name) {
        return attributes.text(name).orElse(null);
    }

    /** An attribute that is always there. */
    public String required(String name) {
        return attributes.text(name).orElseThrow(() -> new IllegalStateException("there is no " + name));
    }

    public @Nullable Boolean flag(String name) {
        return attributes.get(name).unmarked() instanceof BooleanValue flag ? Boolean.valueOf(flag.value()) : null;
    }

    public boolean isTrue(String name) {
        return Boolean.TRUE.equals(flag(name));
    }

    public @Nullable Integer number(String name) {
        return attributes.get(name).unmarked() instanceof NumberValue number
                ? Integer.valueOf(number.value().intValueExact())
                : null;
    }

    /** A number that need not be whole. */
    public @Nullable Double decimal(String name) {
        return attributes.get(name).unmarked() instanceof NumberValue number
                ? Double.valueOf(number.value().doubleValue())
                : null;
    }

    /** A number that may be too large for an int. */
    public @Nullable Long longNumber(String name) {
        return attributes.get(name).unmarked() instanceof NumberValue number
                ? Long.valueOf(number.value().longValueExact())
                : null;
    }

    public List<String> texts(String name) {
        return attributes.get(name).fullyUnmarked() instanceof ListValue list
                ? list.elements().stream()
                        .filter(StringValue.class::isInstance)
                        .map(Value::toString)
                        .toList()
                : List.of();
    }

    /** A single block; empty where it is left out. */
    public DesiredAttributes block(String name) {
        return new DesiredAttributes(attributes.get(name).unmarked() instanceof MapValue map ? map : MapValue.EMPTY);
    }

    /** A list or set of blocks. */
    public List<DesiredAttributes> blocks(String name) {
        return attributes.get(name).unmarked() instanceof ListValue list
                ? list.elements().stream()
                        .map(Value::unmarked)
                        .filter(MapValue.class::isInstance)
                        .map(element -> new DesiredAttributes((MapValue) element))
                        .toList()
                : List.of();
    }

    /** The texts of a map by their keys. */
    public Map<String, String> map(String name) {
        Map<String, String> texts = new TreeMap<>();
        DesiredAttributes map = block(name);
        map.attributes().entries().keySet().forEach(key -> map.attributes()
                .text(key)
                .ifPresent(text -> texts.put(key, text)));
        return texts;
    }

    /** Tests for a block, which may have nothing in it. */
    public boolean has(String name) {
        return !attributes.get(name).isNull();
    }

    /** Tests for a known value that is not the other's. */
    public boolean differs(String name, DesiredAttributes other) {
        Value value = attributes.get(name);
        return !value.isUnknown()
                && !value.fullyUnmarked().equals(other.attributes.get(name).fullyUnmarked());
    }

    /** Tests for a value that is, or may turn out to be, another than the other's. */
    public boolean changes(String name, DesiredAttributes other) {
        return attributes.get(name).isUnknown() || differs(name, other);
    }
}
