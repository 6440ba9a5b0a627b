package dev.corbel.dsl.program;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Knows which methods would look at deferred values that are elements or arguments. A method that only places or counts
 * what it is given runs at once; every other one would answer wrongly, since the value is not there yet.
 */
final class Looks {
    /** Methods of collections that never look at an element. */
    private static final Set<String> PLACING = Set.of(
            "each",
            "eachWithIndex",
            "forEach",
            "collect",
            "collectEntries",
            "size",
            "isEmpty",
            "get",
            "getAt",
            "getOrDefault",
            "first",
            "last",
            "head",
            "tail",
            "init",
            "take",
            "takeRight",
            "drop",
            "dropRight",
            "reverse",
            "reverseEach",
            "plus",
            "leftShift",
            "multiply",
            "add",
            "addAll",
            "put",
            "putAll",
            "putAt",
            "keySet",
            "values",
            "entrySet",
            "containsKey",
            "withIndex",
            "indexed",
            "collate",
            "subMap",
            "subList",
            "inject",
            "join",
            "with",
            "tap",
            "toList",
            "asImmutable",
            "asUnmodifiable",
            "withDefault",
            "iterator",
            "getKey",
            "getValue");

    /** Methods that look at the elements as lists, and not at what is in them. */
    private static final Set<String> ONE_LEVEL = Set.of("transpose", "combinations", "sum");

    /** Methods that put an argument into a collection or give it back as it is. */
    private static final Set<String> TAKING =
            Set.of("leftShift", "add", "put", "putAt", "get", "getOrDefault", "inject");

    /** Methods of classes that make collections. */
    private static final Set<String> MAKING =
            Set.of("of", "copyOf", "entry", "asList", "nCopies", "emptyList", "singletonList", "singletonMap");

    private Looks() {}

    /** The deferred value that a call would look at; null where it looks at none. */
    static @Nullable Deferred atCall(Object target, String method, @Nullable Object[] arguments) {
        if (target instanceof Collection<?> || target instanceof Map<?, ?> || target instanceof Map.Entry<?, ?>) {
            return inCollection(target, method, arguments);
        }
        boolean places = target instanceof Code
                || target instanceof groovy.lang.Closure<?>
                || (target instanceof Class<?> && MAKING.contains(method));
        return places ? null : in(Arrays.asList(arguments));
    }

    private static @Nullable Deferred inCollection(Object target, String method, @Nullable Object[] arguments) {
        if (PLACING.contains(method)) {
            return TAKING.contains(method) ? null : among(Arrays.asList(arguments));
        }
        if (arguments.length > 0 && arguments[arguments.length - 1] instanceof Code) {
            // What the code gives is looked at, see watched(); the elements are its own to look at.
            return in(Arrays.asList(arguments).subList(0, arguments.length - 1));
        }
        if (ONE_LEVEL.contains(method) && target instanceof Collection<?> many) {
            return among(many);
        }
        Deferred element = in(target);
        return element == null || element instanceof Placeholder
                ? first(in(Arrays.asList(arguments)), element)
                : element;
    }

    /** Tells whether a call decides by what its code gives, so that this must be known. */
    static boolean decides(Object target, String method) {
        return (target instanceof Collection<?> || target instanceof Map<?, ?>) && !PLACING.contains(method);
    }

    /** The deferred value that making an object would look at; null where it looks at none. */
    static @Nullable Deferred atConstruction(Class<?> type, @Nullable Object[] arguments) {
        boolean places = Collection.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type);
        return places ? among(Arrays.asList(arguments)) : in(Arrays.asList(arguments));
    }

    /** A deferred value among these themselves. */
    private static @Nullable Deferred among(Collection<?> values) {
        Deferred found = null;
        for (Object value : values) {
            found = value instanceof Deferred deferred ? first(found, deferred) : found;
        }
        return found;
    }

    /** A deferred value at any depth. */
    static @Nullable Deferred in(@Nullable Object value) {
        if (value instanceof Deferred deferred) {
            return deferred;
        }
        if (value instanceof Map<?, ?> map) {
            return in(map.values());
        }
        if (value instanceof Map.Entry<?, ?> entry) {
            return in(entry.getValue());
        }
        if (value instanceof Object[] array) {
            return in(Arrays.asList(array));
        }
        if (!(value instanceof Collection<?> many) || value instanceof groovy.lang.Range<?>) {
            return null;
        }
        Deferred found = null;
        for (Object element : many) {
            Deferred inner = in(element);
            if (inner != null && !(inner instanceof Placeholder)) {
                return inner;
            }
            found = first(found, inner);
        }
        return found;
    }

    /** One of the two; a reference rather than a value that is merely not given, since it is an error in every run. */
    private static @Nullable Deferred first(@Nullable Deferred one, @Nullable Deferred other) {
        return one == null || (one instanceof Placeholder && other != null) ? other : one;
    }

    /** The placeholder where that is what a call looks at, which makes the answer one itself; null where it is not. */
    @SuppressWarnings("ReferenceEquality") // a deferred value has no equals to ask
    static @Nullable Deferred missing(Deferred looked) {
        Placeholder placeholder = Placeholder.of(looked);
        if (placeholder == Placeholder.LATE) {
            throw Placeholder.skip();
        }
        return placeholder;
    }
}
