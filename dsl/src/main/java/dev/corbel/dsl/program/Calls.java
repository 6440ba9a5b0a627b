package dev.corbel.dsl.program;

import dev.corbel.providers.api.diagnostic.SourceRange;
import java.util.ArrayList;
import java.util.Arrays;
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
            if (spread) {
                return each(target, values);
            }
            requireUnchanged(target, values);
            return Dispatch.call(target, method, values, range);
        }

        /** The results for each element, as a whole where the elements are not known yet. */
        private @Nullable Object each(@Nullable Object target, @Nullable Object[] values) {
            if (Choices.waits(target)) {
                List<@Nullable Object> inputs = new ArrayList<>(Arrays.asList(values));
                inputs.add(target);
                return LiftedValue.of(
                        LiftedValue.text(target) + "*." + method + "(…)",
                        inputs,
                        known -> each(known.get(values.length), known.first(values.length)),
                        range);
            }
            List<@Nullable Object> results = new ArrayList<>();
            for (Object element : Dispatch.iterate(target, range)) {
                results.add(Dispatch.call(element, method, values, range));
            }
            return results;
        }

        /** Refuses to sort a variable by what is not known yet: it is the variable that would be sorted, and at once. */
        private void requireUnchanged(@Nullable Object target, @Nullable Object[] values) {
            boolean kept = object instanceof Access.Local
                    || object instanceof Access.Property
                    || object instanceof Access.Index;
            boolean ordered = method.equals("sort") || method.equals("unique");
            boolean copied = values.length > 0 && Boolean.FALSE.equals(values[0]);
            boolean changes = SharedValues.changes(method) || (ordered && !copied);
            boolean shared = target instanceof SharedList || target instanceof SharedMap;
            if (!kept || !changes || shared || target == null || target instanceof Deferred) {
                return;
            }
            Deferred looked = Looks.atCall(target, method, values);
            if (looked != null && !(looked instanceof Placeholder)) {
                throw Problem.error(
                        "A reference cannot decide what is changed",
                        looked.display() + " has no value while the definition is evaluated, and \"" + method
                                + "\" changes the " + (target instanceof java.util.Map ? "map" : "list") + " at once.",
                        method.equals("sort")
                                ? "toSorted() gives another list."
                                : method.equals("unique")
                                        ? "unique(false) gives another list."
                                        : "Make another value, as in list - other.",
                        range);
            }
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
