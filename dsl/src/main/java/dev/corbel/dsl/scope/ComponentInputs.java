package dev.corbel.dsl.scope;

import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.BlockType;
import dev.corbel.providers.api.schema.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The inputs of a finished component as plain values, with defaults. */
public final class ComponentInputs {
    /** The answer that there is no such input. */
    static final Object LATER = new Object();

    private ComponentInputs() {}

    /** All inputs by their names. */
    static Map<String, @Nullable Object> all(Scope component) {
        Schema schema = Objects.requireNonNull(component.type()).inputs();
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        schema.names().forEach(name -> all.put(name, read(component, name, component.title())));
        return all;
    }

    /** The input of this name as a plain value, by default where none is written; {@link #LATER} where there is none. */
    public static @Nullable Object read(Scope component, String name, String kind) {
        Schema schema = Objects.requireNonNull(component.type()).inputs();
        DeclaredValue.Written entry = component.inputs().get(name);
        Attribute attribute = schema.attribute(name);
        if (attribute != null) {
            return entry == null
                    ? attribute
                            .defaultValue()
                            .map(value -> PlainValues.plain(value, name))
                            .orElse(null)
                    : entry.value().plain(kind + "." + name);
        }
        BlockType block = schema.block(name);
        if (block == null) {
            return LATER;
        }
        return entry == null
                ? (block.nesting() == BlockType.Nesting.SINGLE ? null : List.of())
                : block(block, entry.value(), kind + "." + name);
    }

    private static @Nullable Object block(BlockType block, DeclaredValue value, String name) {
        Object plain = value.plain(name);
        if (plain instanceof Map<?, ?> map) {
            return withDefaults(block.schema(), map);
        }
        List<@Nullable Object> all = new ArrayList<>();
        if (plain instanceof List<?> list) {
            list.forEach(
                    element -> all.add(element instanceof Map<?, ?> map ? withDefaults(block.schema(), map) : element));
        }
        return all;
    }

    private static Map<String, @Nullable Object> withDefaults(Schema schema, Map<?, ?> written) {
        Map<String, @Nullable Object> complete = new LinkedHashMap<>();
        schema.attributes()
                .values()
                .forEach(attribute -> complete.put(
                        attribute.name(),
                        attribute
                                .defaultValue()
                                .map(value -> PlainValues.plain(value, attribute.name()))
                                .orElse(null)));
        schema.blocks()
                .values()
                .forEach(block ->
                        complete.put(block.name(), block.nesting() == BlockType.Nesting.SINGLE ? null : List.of()));
        written.forEach((name, value) -> complete.put((String) name, value));
        return complete;
    }
}
