package dev.corbel.dsl.program;

import dev.corbel.providers.api.diagnostic.SourceRange;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calls that give a value. */
public final class Calls {
    private Calls() {}

    /** {@code object.method(…)}, with {@code ?.} or {@code *.}. */
    public record Call(
            Node object, String method, List<Node> arguments, boolean safe, boolean spread, SourceRange range)
            implements Node {
        public Call {
            Admission.requireMethod(object, method);
        }

        @Override
        public @Nullable Object evaluate(Frame frame) {
            Object target = object.evaluate(frame);
            if (target == null && (safe || spread)) {
                return null;
            }
            @Nullable Object[] values = Literals.evaluateAll(arguments, frame).toArray();
            boolean maps = method.equals("map") && values.length == 1 && values[0] instanceof Code;
            if (maps
                    && !spread
                    && !(target instanceof Deferred)
                    && frame.receiver().isLate()) {
                // The value that it was written for is known by now.
                return ((Code) java.util.Objects.requireNonNull(values[0])).run(target);
            }
            if (!spread) {
                return Dispatch.call(target, method, values, range);
            }
            if (target instanceof Deferred deferred) {
                throw Refusal.of(deferred, "looped over", range);
            }
            List<@Nullable Object> results = new ArrayList<>();
            for (Object element : Dispatch.iterate(target, range)) {
                results.add(Dispatch.call(element, method, values, range));
            }
            return results;
        }
    }

    /** Calls a method that the file defines. What it declares goes to the block around the call. */
    public record FunctionCall(String name, List<Node> arguments, SourceRange range) implements Node {
        @Override
        public @Nullable Object evaluate(Frame frame) {
            @Nullable Object[] values = Literals.evaluateAll(arguments, frame).toArray();
            Program.Function function = frame.program()
                    .function(name, values.length)
                    .orElseThrow(() -> Problem.error(
                            "The method \"" + name + "\" does not take " + values.length
                                    + (values.length == 1 ? " argument" : " arguments"),
                            "",
                            null,
                            range));
            Frame inner = Frame.of(
                    frame.program(), frame.receiver(), function.parameters().size());
            ClosureLiteral.bind(function.parameters(), inner, values);
            return ControlFlow.valueOf(function.body().evaluate(inner));
        }
    }

    /** {@code new Type(…)}. */
    public record Construct(String className, List<Node> arguments, SourceRange range) implements Node {
        public Construct {
            Admission.requireConstructible(className);
        }

        @Override
        public @Nullable Object evaluate(Frame frame) {
            @Nullable Object[] values = Literals.evaluateAll(arguments, frame).toArray();
            return Dispatch.construct(className, values, range);
        }
    }

    /** A call of a function of the language, such as {@code jsonencode(value)}. */
    public record BuiltIn(String name, List<Node> arguments, SourceRange range) implements Node {
        @Override
        public @Nullable Object evaluate(Frame frame) {
            return frame.receiver().function(name, Literals.evaluateAll(arguments, frame), range);
        }
    }
}
