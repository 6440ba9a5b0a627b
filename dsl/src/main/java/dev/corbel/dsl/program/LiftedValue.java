package dev.corbel.dsl.program;

import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.diagnostic.SourceRange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The result that an operation will have once the references and secrets among its inputs are known. */
public final class LiftedValue extends Deferred {
    private final String written;
    private final List<@Nullable Object> inputs;
    private final Operation operation;
    private final SourceRange range;

    /** An operation on inputs that are known, or placeholders for what is not known even then. */
    @FunctionalInterface
    public interface Operation {
        @Nullable
        Object apply(Inputs inputs);
    }

    /** The inputs of an operation, each found when it is asked for. */
    @FunctionalInterface
    public interface Inputs {
        /** The input at this position; fails where it cannot be found. */
        @Nullable
        Object get(int position);

        /** All of them up to this number. */
        default @Nullable Object[] first(int number) {
            @Nullable Object[] values = new @Nullable Object[number];
            for (int i = 0; i < number; i++) {
                values[i] = get(i);
            }
            return values;
        }
    }

    /** An input that could not be found, which matters only where the operation asks for it. */
    record Failed(DiagnosticsException problems) {}

    private LiftedValue(
            String written, List<? extends @Nullable Object> inputs, Operation operation, SourceRange range) {
        this.written = written;
        this.inputs = new ArrayList<>(inputs.size());
        inputs.forEach(input -> this.inputs.add(Leaves.snapshot(input)));
        this.operation = operation;
        this.range = range;
    }

    /**
     * The result of an operation.
     *
     * @param written as the code reads, for messages
     * @param inputs plain and deferred values, collections of them, and code
     */
    public static LiftedValue of(
            String written, List<? extends @Nullable Object> inputs, Operation operation, SourceRange range) {
        return new LiftedValue(written, inputs, operation, range);
    }

    /** Tells whether a reference or a secret is in a value, so that what is made of it must wait. */
    public static boolean isNeeded(@Nullable Object value) {
        Deferred found = Looks.in(value);
        return Choices.waits(found);
    }

    /** The result of a call of a method on a deferred value, or with one among its elements or arguments. */
    static Deferred ofCall(Object target, String method, @Nullable Object[] arguments, SourceRange range) {
        List<@Nullable Object> inputs = new ArrayList<>();
        inputs.add(target);
        inputs.addAll(Arrays.asList(arguments));
        String given = Arrays.stream(arguments)
                .map(argument -> argument instanceof Code ? "{ … }" : text(argument))
                .collect(Collectors.joining(", "));
        return of(
                text(target) + "." + method + "(" + given + ")",
                inputs,
                all -> {
                    @Nullable Object[] known = all.first(inputs.size());
                    return Dispatch.call(known[0], method, Arrays.copyOfRange(known, 1, known.length), range);
                },
                range);
    }

    /** The object that will be made of deferred values. */
    static LiftedValue ofConstruction(String className, @Nullable Object[] arguments, SourceRange range) {
        return of(
                "new " + className.substring(className.lastIndexOf('.') + 1) + "(…)",
                Arrays.asList(arguments),
                known -> Dispatch.construct(className, known.first(arguments.length), range),
                range);
    }

    /** A value as messages write it. */
    static String text(@Nullable Object value) {
        if (value instanceof Deferred deferred) {
            return deferred.display();
        }
        if (value instanceof CharSequence text) {
            return "'" + text + "'";
        }
        if (value instanceof Class<?> type) {
            return type.getSimpleName();
        }
        if (value instanceof Map<?, ?> map) {
            return map.isEmpty() ? "[:]" : "[…: …]";
        }
        if (value instanceof Collection<?> many) {
            return many.isEmpty() ? "[]" : "[…]";
        }
        return value == null || value instanceof Number || value instanceof Boolean ? String.valueOf(value) : "…";
    }

    List<@Nullable Object> inputs() {
        return inputs;
    }

    Operation operation() {
        return operation;
    }

    public SourceRange range() {
        return range;
    }

    @Override
    public boolean mayDecide() {
        List<Deferred> leaves = leaves();
        return !leaves.isEmpty() && leaves.stream().allMatch(Deferred::mayDecide);
    }

    @Override
    public @Nullable Object decided(Deferred whole, String use, @Nullable SourceRange where) {
        return leaves().get(0).decided(whole, use, where);
    }

    private List<Deferred> leaves() {
        List<Deferred> leaves = new ArrayList<>();
        Leaves.collect(this, leaves);
        return leaves;
    }

    @Override
    public String display() {
        return written;
    }

    @Override
    public Object property(String name, boolean soft, SourceRange where) {
        return of(
                written + (soft ? "?." : ".") + name,
                List.of(this),
                all -> Access.property(all.get(0), name, soft, null, where),
                where);
    }

    @Override
    public Object spread(String name, SourceRange where) {
        return of(written + "*." + name, List.of(this), all -> Access.spread(all.get(0), name, where), where);
    }

    @Override
    public Object index(Object key, boolean soft, SourceRange where) {
        return of(
                written + (soft ? "?[" : "[") + text(key) + "]",
                List.of(this),
                all -> Access.element(all.get(0), key, soft, null, where),
                where);
    }
}
