package dev.corbel.providers.api.schema;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The attributes and blocks that a block may contain.
 *
 * @param version of the stored form; types upgrade what older versions stored
 * @param attributes by name, in the order of the reference
 * @param blocks by name, in the order of the reference
 */
public record Schema(int version, Map<String, Attribute> attributes, Map<String, BlockType> blocks) {
    public static final Schema EMPTY = builder().build();

    public Schema {
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        blocks = Collections.unmodifiableMap(new LinkedHashMap<>(blocks));
    }

    public static Builder builder() {
        return new Builder();
    }

    public @Nullable Attribute attribute(String name) {
        return attributes.get(name);
    }

    public @Nullable BlockType block(String name) {
        return blocks.get(name);
    }

    /** The names of all attributes and blocks. */
    public Set<String> names() {
        Set<String> names = new TreeSet<>(attributes.keySet());
        names.addAll(blocks.keySet());
        return names;
    }

    /** Builds a schema step by step; a name can be used once. */
    public static final class Builder {
        private final Map<String, Attribute> attributes = new LinkedHashMap<>();
        private final Map<String, BlockType> blocks = new LinkedHashMap<>();
        private int version;

        private Builder() {}

        public Builder version(int number) {
            version = number;
            return this;
        }

        public Builder attribute(Attribute.Builder attribute) {
            return attribute(attribute.build());
        }

        public Builder attribute(Attribute attribute) {
            once(attribute.name());
            attributes.put(attribute.name(), attribute);
            return this;
        }

        public Builder block(BlockType block) {
            once(block.name());
            blocks.put(block.name(), block);
            return this;
        }

        private void once(String name) {
            if (attributes.containsKey(name) || blocks.containsKey(name)) {
                throw new IllegalArgumentException("the schema has two of the name " + name);
            }
        }

        public Schema build() {
            return new Schema(version, attributes, blocks);
        }
    }
}
