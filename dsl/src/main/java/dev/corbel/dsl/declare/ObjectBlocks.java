package dev.corbel.dsl.declare;

import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.BlockType;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Blocks for the elements of an attribute that takes a list or set of objects: {@code ingress { … }} is one of its rules. */
final class ObjectBlocks {
    private ObjectBlocks() {}

    /** The type of such blocks; empty where the attribute takes something else. */
    static Optional<BlockType> of(@Nullable Attribute attribute) {
        if (attribute == null || !attribute.isConfigurable()) {
            return Optional.empty();
        }
        if (attribute.type() instanceof Type.ListType list && list.element() instanceof Type.ObjectType element) {
            return Optional.of(BlockType.list(attribute.name(), schema(element)));
        }
        return attribute.type() instanceof Type.SetType set && set.element() instanceof Type.ObjectType element
                ? Optional.of(BlockType.set(attribute.name(), schema(element)))
                : Optional.empty();
    }

    private static Schema schema(Type.ObjectType element) {
        Schema.Builder schema = Schema.builder();
        new TreeMap<>(element.attributes()).forEach((name, type) -> schema.attribute(Attribute.optional(name, type)));
        return schema.build();
    }
}
