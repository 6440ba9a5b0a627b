package dev.corbel.providers.aws.resource;

import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.BlockType;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.value.BooleanValue;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.StringValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.kit.attribute.Attributes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;

/**
 * Blocks of definitions as objects of the SDK. An attribute and a field belong together where their names differ in case
 * and underscores alone; others are named.
 *
 * @param schema of the block
 * @param renamed the names of fields by those of attributes, where they differ
 */
public record Blocks(Schema schema, Map<String, String> renamed) {
    public Blocks(Schema schema) {
        this(schema, Map.of());
    }

    /** Sets what a block says. */
    public <B extends SdkPojo> B fill(B builder, Value block) {
        return block.unmarked() instanceof MapValue map ? SdkObjects.fill(builder, map, renamed) : builder;
    }

    /**
     * Renders an object as a block.
     *
     * @param known the block as last seen or as planned: where it leaves something out, empty and false count as left out
     */
    public Value show(@Nullable SdkPojo object, Value known) {
        return object == null ? Value.ofNull() : show(schema, SdkObjects.read(object), known);
    }

    /** Renders objects as blocks without order. */
    public Value showSet(List<? extends SdkPojo> objects, Value known) {
        return showAll(BlockType.set("all", schema), SdkObjects.value(objects), known);
    }

    private Value show(Schema shape, MapValue object, Value known) {
        MapValue before = known.unmarked() instanceof MapValue map ? map : MapValue.EMPTY;
        Map<String, Value> values = new LinkedHashMap<>();
        for (Attribute attribute : shape.attributes().values()) {
            Value actual = field(object, attribute.name());
            values.put(attribute.name(), show(attribute, actual, before.get(attribute.name())));
        }
        for (BlockType block : shape.blocks().values()) {
            Value actual = field(object, block.name());
            Value last = before.get(block.name());
            values.put(
                    block.name(),
                    block.nesting() != BlockType.Nesting.SINGLE
                            ? showAll(block, actual, last)
                            : actual instanceof MapValue map ? show(block.schema(), map, last) : Value.ofNull());
        }
        return new MapValue(values);
    }

    private Value field(MapValue object, String name) {
        String desired = SdkObjects.plain(renamed.getOrDefault(name, name));
        return object.entries().entrySet().stream()
                .filter(entry -> SdkObjects.plain(entry.getKey()).equals(desired))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(Value.ofNull());
    }

    private static Value show(Attribute attribute, Value actual, Value known) {
        boolean leftOut = known.isNull() && !attribute.isComputed();
        if (actual.isNull()) {
            return attribute.defaultValue().orElse(isNothing(known) ? known.unmarked() : Value.ofNull());
        }
        if (leftOut && attribute.defaultValue().isEmpty() && isNothing(actual)) {
            return Value.ofNull();
        }
        if (attribute.type() instanceof Type.SetType && actual instanceof ListValue list) {
            return Attributes.setOf(list.elements());
        }
        return attribute.type() == Type.STRING ? Value.of(actual.toString()) : actual;
    }

    private static boolean isNothing(Value value) {
        return (value.unmarked() instanceof ListValue list && list.elements().isEmpty())
                || (value.unmarked() instanceof MapValue map && map.entries().isEmpty())
                || (value.unmarked() instanceof StringValue text && text.value().isEmpty())
                || (value.unmarked() instanceof BooleanValue flag && !flag.value());
    }

    /** The known block of an object is the one in its place, or of a set the one that looks the same. */
    private Value showAll(BlockType block, Value actual, Value known) {
        List<Value> objects = actual instanceof ListValue list ? list.elements() : List.of();
        List<Value> before = known.unmarked() instanceof ListValue list ? list.elements() : List.of();
        boolean set = block.nesting() == BlockType.Nesting.SET;
        List<Value> shown = new ArrayList<>();
        for (int i = 0; i < objects.size(); i++) {
            MapValue object = (MapValue) objects.get(i);
            shown.add(set ? showOneOf(block.schema(), object, before) : show(block.schema(), object, at(before, i)));
        }
        return set ? Attributes.setOf(shown) : Value.list(shown);
    }

    private static Value at(List<Value> values, int index) {
        return index < values.size() ? values.get(index) : Value.ofNull();
    }

    private Value showOneOf(Schema shape, MapValue object, List<Value> before) {
        return before.stream()
                .map(Value::fullyUnmarked)
                .filter(known -> show(shape, object, known).equals(known))
                .findFirst()
                .orElseGet(() -> show(shape, object, Value.ofNull()));
    }
}
