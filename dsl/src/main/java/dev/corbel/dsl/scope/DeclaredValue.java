package dev.corbel.dsl.scope;

import dev.corbel.dsl.program.SharedValues;
import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The value that was written for an attribute or block, before its references are resolved. */
public sealed interface DeclaredValue {

    /** The plain value that code reads: deferred values as they are, sensitive ones hidden under the name. */
    @Nullable
    Object plain(String name);

    /** Wholly known, and already of its type. */
    record Known(Value value) implements DeclaredValue {
        @Override
        public @Nullable Object plain(String name) {
            return PlainValues.plain(value, name);
        }
    }

    /** Contains deferred values; its type can only be checked in part. */
    record Unresolved(@Nullable Object value, String name, Type type, SourceRange range) implements DeclaredValue {
        public Unresolved {
            value = SharedValues.of(value);
        }

        @Override
        public @Nullable Object plain(String shown) {
            return value;
        }
    }

    /** The contents of a block. */
    record Contents(Map<String, DeclaredValue> entries) implements DeclaredValue {
        @Override
        public Map<String, @Nullable Object> plain(String name) {
            Map<String, @Nullable Object> plain = new LinkedHashMap<>();
            entries.forEach((key, entry) -> plain.put(key, entry.plain(name + "." + key)));
            return plain;
        }
    }

    /** Blocks of one name. */
    record Blocks(List<DeclaredValue> blocks) implements DeclaredValue {
        @Override
        public List<@Nullable Object> plain(String name) {
            List<@Nullable Object> plain = new ArrayList<>();
            blocks.forEach(block -> plain.add(block.plain(name)));
            return plain;
        }
    }

    /** The same in the simplest form: known where all parts are. */
    static DeclaredValue contents(Map<String, DeclaredValue> entries) {
        Map<String, Value> known = new LinkedHashMap<>();
        for (Map.Entry<String, DeclaredValue> entry : entries.entrySet()) {
            if (!(entry.getValue() instanceof Known value)) {
                return new Contents(entries);
            }
            known.put(entry.getKey(), value.value());
        }
        return new Known(Value.map(known));
    }

    /** The same in the simplest form: known where all blocks are. */
    static DeclaredValue blocks(List<DeclaredValue> blocks) {
        if (blocks.stream().allMatch(Known.class::isInstance)) {
            return new Known(Value.list(
                    blocks.stream().map(block -> ((Known) block).value()).toList()));
        }
        return new Blocks(List.copyOf(blocks));
    }

    /**
     * A declared value with its place.
     *
     * @param range the name of the attribute, or the head of the block
     * @param valueRange what stands behind the {@code =}
     */
    record Written(DeclaredValue value, SourceRange range, SourceRange valueRange) {
        public Written(DeclaredValue value, SourceRange range) {
            this(value, range, range);
        }
    }
}
