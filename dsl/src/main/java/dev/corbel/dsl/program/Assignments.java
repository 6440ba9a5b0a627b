package dev.corbel.dsl.program;

import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.diagnostic.SourceRange;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Setting attributes, variables and parts of values. */
public final class Assignments {
    private Assignments() {}

    /** {@code name = value} as an attribute of the block around it. */
    public record SetAttribute(String name, Node value, SourceRange nameRange, SourceRange range) implements Node {
        @Override
        public @Nullable Object evaluate(Frame frame) {
            Receiver receiver = frame.receiver();
            try {
                Object result;
                try {
                    result = value.evaluate(frame);
                } catch (Placeholder.SkippedException skipped) {
                    receiver.skipped();
                    result = Placeholder.VALUE;
                } catch (DiagnosticsException problems) {
                    receiver.report(problems);
                    result = Placeholder.VALUE;
                }
                receiver.attribute(name, result, nameRange, value.range());
            } catch (DiagnosticsException problems) {
                receiver.report(problems);
            }
            return null;
        }
    }

    /** {@code def x = value}, {@code def (x, y) = values}: the variables stand at these positions of the frame. */
    public record Declare(
            List<Integer> indexes,
            @Nullable String className,
            @Nullable Node value,
            SourceRange range) implements Node {
        public Declare {
            indexes = List.copyOf(indexes);
            Admission.requireType(className);
        }

        @Override
        public @Nullable Object evaluate(Frame frame) {
            Object result = value == null ? null : value.evaluate(frame);
            if (indexes.size() > 1) {
                assignEach(frame, result);
            } else {
                frame.set(0, indexes.get(0), cast(result));
            }
            return null;
        }

        private @Nullable Object cast(@Nullable Object result) {
            return className == null || result == null || result instanceof Deferred
                    ? result
                    : Dispatch.cast(result, className, false, range);
        }

        private void assignEach(Frame frame, @Nullable Object values) {
            Iterator<? extends @Nullable Object> next =
                    Dispatch.iterate(values, range).iterator();
            for (int i = 0; i < indexes.size(); i++) {
                if (!next.hasNext()) {
                    throw Problem.error(
                            "There are " + indexes.size() + " variables, but " + (i == 1 ? "one value" : i + " values"),
                            "",
                            null,
                            range);
                }
                frame.set(0, indexes.get(i), next.next());
            }
        }

        /** Makes later uses of the variables quiet after the value's problem was reported. */
        void poison(Frame frame) {
            frame.receiver().skipped();
            indexes.forEach(index -> frame.set(0, index, Placeholder.VALUE));
        }
    }

    /** {@code x = value} and {@code x += value} for something that can be assigned. */
    public record Assign(Node target, @Nullable String operator, Node value, SourceRange range) implements Node {
        @Override
        public @Nullable Object evaluate(Frame frame) {
            Object result = value.evaluate(frame);
            if (operator != null) {
                result = Operators.apply(operator, target.evaluate(frame), result, range);
            }
            store(target, result, frame);
            return result;
        }
    }

    /** {@code list << value} as a statement, for a variable that holds something that grows. */
    public record Append(Node target, Node value, SourceRange range) implements Node {
        @Override
        public @Nullable Object evaluate(Frame frame) {
            Object grown = target.evaluate(frame);
            boolean grows = grown instanceof Collection<?>
                    || grown instanceof Map<?, ?>
                    || grown instanceof StringBuilder
                    || grown instanceof Deferred;
            if (!grows) {
                throw Problem.error(
                        "This value is not used",
                        "Only lists, sets and maps grow with <<.",
                        "To set an attribute, write name = value.",
                        range);
            }
            Operators.apply("<<", grown, value.evaluate(frame), range);
            return null;
        }
    }

    /** {@code x++} and the like. */
    public record Step(Node target, String method, boolean prefix, SourceRange range) implements Node {
        @Override
        public @Nullable Object evaluate(Frame frame) {
            Object before = Operators.plain(target.evaluate(frame), "counted", range);
            Object after = Dispatch.call(before, method, new @Nullable Object[0], range);
            store(target, after, frame);
            return prefix ? after : before;
        }
    }

    private static void store(Node target, @Nullable Object value, Frame frame) {
        if (target instanceof Access.Local local) {
            frame.set(local.hops(), local.index(), value);
        } else if (target instanceof Access.Property property) {
            Object object = property.object().evaluate(frame);
            String name = Dispatch.text(property.name().evaluate(frame));
            Dispatch.setProperty(object, name, value, property.range());
        } else if (target instanceof Access.Index index) {
            Object object = index.object().evaluate(frame);
            Object key = Operators.plain(index.index().evaluate(frame), "used as an index", index.range());
            if (object instanceof Deferred deferred) {
                throw Refusal.of(deferred, "changed", index.range());
            }
            Dispatch.call(object, "putAt", new @Nullable Object[] {key, value}, index.range());
        }
    }
}
