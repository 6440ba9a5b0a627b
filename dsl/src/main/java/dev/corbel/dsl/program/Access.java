package dev.corbel.dsl.program;

import dev.corbel.providers.api.diagnostic.SourceRange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reading names, properties and elements. */
public final class Access {
    private Access() {}

    /** A variable of the code: so many scopes out, at this position. */
    public record Local(int hops, int index, String name, SourceRange range) implements Node {
        @Override
        public @Nullable Object evaluate(Frame frame) {
            return frame.get(hops, index);
        }
    }

    /** Any other name. */
    public record Free(String name, SourceRange range) implements Node {
        @Override
        public @Nullable Object evaluate(Frame frame) {
            return frame.receiver().name(name, range);
        }
    }

    /** {@code object.name}, {@code object?.name} or {@code object*.name}; the second may lead nowhere. */
    public record Property(Node object, Node name, boolean safe, boolean spread, SourceRange range) implements Node {
        @Override
        public @Nullable Object evaluate(Frame frame) {
            Object target = object.evaluate(frame);
            String property = Dispatch.text(Operators.plain(name.evaluate(frame), "used as a name", name.range()));
            if (spread) {
                return Access.spread(target, property, range);
            }
            return Access.property(target, property, safe, object, range);
        }
    }

    /** The property of a plain or deferred value. */
    static @Nullable Object property(
            @Nullable Object target, String name, boolean safe, @Nullable Node written, SourceRange range) {
        if (target == null && safe) {
            return null;
        }
        return target instanceof Deferred deferred
                ? deferred.property(name, safe, range)
                : Dispatch.property(target, name, safe, written, range);
    }

    /** The property of each element. */
    static @Nullable Object spread(@Nullable Object target, String name, SourceRange range) {
        if (target instanceof Deferred deferred) {
            return deferred.spread(name, range);
        }
        if (target == null) {
            return null;
        }
        List<@Nullable Object> values = new ArrayList<>();
        for (Object element : Dispatch.iterate(target, range)) {
            values.add(property(element, name, false, null, range));
        }
        return values;
    }

    /** {@code object[index]} or {@code object?[index]}; the second may lead nowhere. */
    public record Index(Node object, Node index, boolean safe, SourceRange range) implements Node {
        @Override
        public @Nullable Object evaluate(Frame frame) {
            Object target = object.evaluate(frame);
            Object key = index.evaluate(frame);
            if (Choices.waits(key)) {
                boolean address = target instanceof Deferred deferred && deferred.isAddress();
                return address ? Operators.plain(key, "used as an index", index.range()) : lifted(target, key);
            }
            Operators.plain(key, "used as an index", index.range());
            return element(target, key, safe, object, range);
        }

        private LiftedValue lifted(@Nullable Object target, @Nullable Object key) {
            return LiftedValue.of(
                    LiftedValue.text(target) + "[" + LiftedValue.text(key) + "]",
                    Arrays.asList(target, key),
                    known -> element(known.get(0), known.get(1), safe, object, range),
                    range);
        }
    }

    /** The element of a plain or deferred value; the key is plain, or a placeholder. */
    static @Nullable Object element(
            @Nullable Object target, @Nullable Object key, boolean safe, @Nullable Node written, SourceRange range) {
        Operators.plain(key, "used as an index", range);
        if (target instanceof Deferred deferred) {
            if (key == null) {
                throw Problem.error("An index is null", "", null, range);
            }
            return deferred.index(key, safe, range);
        }
        return target == null && safe ? null : Dispatch.index(target, key, safe, written, range);
    }

    /** {@code object.&method}. */
    public record MethodPointer(Node object, String method, SourceRange range) implements Node {
        public MethodPointer {
            Admission.requirePointer(object, method);
        }

        @Override
        public @Nullable Object evaluate(Frame frame) {
            Object target = Operators.plain(object.evaluate(frame), "asked for a method", range);
            return Dispatch.pointer(target, method, range);
        }
    }
}
