package dev.corbel.dsl.program;

import dev.corbel.providers.api.diagnostic.SourceRange;
import java.util.ArrayList;
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
            if (target instanceof Deferred deferred) {
                return spread ? deferred.spread(property, range) : deferred.property(property, safe, range);
            }
            if (target == null && (safe || spread)) {
                return null;
            }
            if (spread) {
                List<@Nullable Object> values = new ArrayList<>();
                for (Object element : Dispatch.iterate(target, range)) {
                    values.add(
                            element instanceof Deferred deferred
                                    ? deferred.property(property, false, range)
                                    : Dispatch.property(element, property, false, range));
                }
                return values;
            }
            return Dispatch.property(target, property, safe, object, range);
        }
    }

    /** {@code object[index]} or {@code object?[index]}; the second may lead nowhere. */
    public record Index(Node object, Node index, boolean safe, SourceRange range) implements Node {
        @Override
        public @Nullable Object evaluate(Frame frame) {
            Object target = object.evaluate(frame);
            Object key = Operators.plain(index.evaluate(frame), "used as an index", index.range());
            if (target instanceof Deferred deferred) {
                if (key == null) {
                    throw Problem.error("An index is null", "", null, index.range());
                }
                return deferred.index(key, safe, range);
            }
            return target == null && safe ? null : Dispatch.index(target, key, safe, object, range);
        }
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
