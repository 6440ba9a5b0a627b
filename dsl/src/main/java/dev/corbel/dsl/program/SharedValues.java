package dev.corbel.dsl.program;

import dev.corbel.providers.api.diagnostic.SourceRange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Values that are handed out to more than one part of a definition, such as those of variables. A method that would change
 * one either changes a copy, where it is called for its result, or is an error.
 */
public final class SharedValues {
    private static final Set<String> COPYING =
            Set.of("sort", "unique", "reverse", "withDefault", "withEagerDefault", "withLazyDefault", "asReversed");

    private static final Set<String> CHANGING = Set.of(
            "add",
            "addAll",
            "addFirst",
            "addLast",
            "clear",
            "compute",
            "computeIfAbsent",
            "computeIfPresent",
            "leftShift",
            "merge",
            "pop",
            "push",
            "put",
            "putAll",
            "putAt",
            "putIfAbsent",
            "remove",
            "removeAll",
            "removeAt",
            "removeElement",
            "removeFirst",
            "removeIf",
            "removeLast",
            "replace",
            "replaceAll",
            "retainAll",
            "set");

    private SharedValues() {}

    /** The value as it is handed out: its lists and maps, at any depth, can be read and not changed. */
    public static @Nullable Object of(@Nullable Object value) {
        if (value instanceof SharedList || value instanceof SharedMap) {
            return value;
        }
        if (value instanceof Map<?, ?> map) {
            Map<@Nullable Object, @Nullable Object> entries = new LinkedHashMap<>();
            map.forEach((key, entry) -> entries.put(key, of(entry)));
            return new SharedMap(entries);
        }
        if (value instanceof List<?> list && !(value instanceof groovy.lang.Range<?>)) {
            List<@Nullable Object> elements = new ArrayList<>(list.size());
            list.forEach(element -> elements.add(of(element)));
            return new SharedList(elements);
        }
        return value;
    }

    /** Tells whether a method changes the list or map that it is called on, whatever its result is. */
    static boolean changes(String method) {
        return CHANGING.contains(method);
    }

    /** The value that a method is called on: a copy, where it may be changed for the method's result. */
    static Object forCall(Object target, String method, SourceRange range) {
        if (!(target instanceof SharedList) && !(target instanceof SharedMap)) {
            return target;
        }
        if (CHANGING.contains(method)) {
            throw Problem.error(
                    "This value cannot be changed",
                    "Others read it too, such as the value of a variable, and \"" + method
                            + "\" would change it for all.",
                    "Make a new one, as in variable.x + " + (target instanceof SharedMap ? "[key: value]" : "[value]")
                            + ".",
                    range);
        }
        if (!COPYING.contains(method)) {
            return target;
        }
        return target instanceof SharedMap map ? new LinkedHashMap<>(map) : new ArrayList<>((SharedList) target);
    }
}
