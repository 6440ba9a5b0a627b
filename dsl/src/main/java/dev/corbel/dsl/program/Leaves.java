package dev.corbel.dsl.program;

import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The references and secrets in values. */
final class Leaves {
    private Leaves() {}

    static Collection<?> parts(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.values();
        }
        if (value instanceof Object[] array) {
            return Arrays.asList(array);
        }
        if (value instanceof Map.Entry<?, ?> entry) {
            return Arrays.asList(entry.getValue());
        }
        return value instanceof Collection<?> many && !(value instanceof groovy.lang.Range<?>) ? many : List.of();
    }

    /** Finds what a value is made of, without a look into its code. */
    static void collect(@Nullable Object value, List<Deferred> leaves) {
        if (value instanceof LiftedValue lifted) {
            lifted.inputs().forEach(input -> collect(input, leaves));
        } else if (value instanceof Deferred leaf) {
            leaves.add(leaf);
        } else {
            parts(value).forEach(part -> collect(part, leaves));
        }
    }

    /** The value as it is now: lists and maps that code may go on to change are copied. */
    static @Nullable Object snapshot(@Nullable Object value) {
        boolean fixed = value instanceof SharedList || value instanceof SharedMap;
        return fixed || value instanceof Deferred ? value : replaced(value, Leaves::snapshot);
    }

    /** A copy of a collection in which the elements are replaced; anything else as it is. */
    static @Nullable Object replaced(@Nullable Object value, UnaryOperator<@Nullable Object> replacement) {
        if (value instanceof Map<?, ?> map) {
            Map<Object, @Nullable Object> copy = new LinkedHashMap<>();
            map.forEach((key, entry) -> copy.put(key, replacement.apply(entry)));
            return copy;
        }
        if (value instanceof Map.Entry<?, ?> entry) {
            return new AbstractMap.SimpleImmutableEntry<>(entry.getKey(), replacement.apply(entry.getValue()));
        }
        if (value instanceof Object[] array) {
            return Arrays.stream(array).map(replacement).toArray();
        }
        if (value instanceof Set<?> set) {
            Set<@Nullable Object> copy = new LinkedHashSet<>();
            set.forEach(element -> copy.add(replacement.apply(element)));
            return copy;
        }
        if (value instanceof Collection<?> many && !(value instanceof groovy.lang.Range<?>)) {
            List<@Nullable Object> copy = new ArrayList<>(many.size());
            many.forEach(element -> copy.add(replacement.apply(element)));
            return copy;
        }
        return value;
    }
}
