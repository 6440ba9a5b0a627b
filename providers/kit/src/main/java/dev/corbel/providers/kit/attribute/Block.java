package dev.corbel.providers.kit.attribute;

import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.value.Value;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Single blocks from a service's answer. */
public final class Block {
    private Block() {}

    /**
     * A block, or null (the value) where the service has none.
     *
     * @param show sets the attributes of the block
     */
    public static <T> Value of(Schema schema, @Nullable T actual, BiConsumer<T, Attributes> show) {
        if (actual == null) {
            return Value.ofNull();
        }
        Attributes attributes = new Attributes(schema);
        show.accept(actual, attributes);
        return attributes.build();
    }
}
