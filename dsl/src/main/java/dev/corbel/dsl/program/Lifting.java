package dev.corbel.dsl.program;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A tree of lifted values, whose leaves are the references and secrets that it is made of. It runs with values in their
 * place, each operation once, in the way that the same code runs on plain values.
 */
public final class Lifting {
    private final LiftedValue root;
    private final List<Deferred> leaves = new ArrayList<>();
    private final IdentityHashMap<Deferred, Integer> positions = new IdentityHashMap<>();
    private final IdentityHashMap<Code, Captures> captures = new IdentityHashMap<>();
    private final Set<Object> open = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Object> done = Collections.newSetFromMap(new IdentityHashMap<>());

    private Lifting(LiftedValue root) {
        this.root = root;
        visit(root);
    }

    /** Looks through a value; refuses code in it that would declare something, since it runs when everything is declared. */
    public static Lifting of(LiftedValue root) {
        return new Lifting(root);
    }

    /** The deferred values that it is made of, in the order of writing. */
    public List<Deferred> leaves() {
        return leaves;
    }

    private void visit(@Nullable Object input) {
        if (input instanceof LiftedValue lifted) {
            if (!open.add(lifted)) {
                throw Problem.error("This code refers to its own result", "", null, lifted.range());
            }
            if (done.add(lifted)) {
                lifted.inputs().forEach(this::visit);
            }
            open.remove(lifted);
        } else if (input instanceof Deferred leaf) {
            if (!positions.containsKey(leaf)) {
                positions.put(leaf, leaves.size());
                leaves.add(leaf);
            }
        } else if (input instanceof Code code) {
            if (!captures.containsKey(code)) {
                Captures found = Captures.of(code);
                captures.put(code, found);
                found.leaves().forEach(this::visit);
            }
        } else {
            Leaves.parts(input).forEach(this::visit);
        }
    }

    /**
     * Runs the operations.
     *
     * @param values those of {@link #leaves}, each asked for where an operation needs it
     * @return with placeholders for what is not known
     */
    public @Nullable Object run(List<Supplier<@Nullable Object>> values) {
        return new Run(values).value(root);
    }

    /** One run, with the results that it has so far. */
    private final class Run {
        private final List<Supplier<@Nullable Object>> values;
        private final IdentityHashMap<LiftedValue, @Nullable Object> results = new IdentityHashMap<>();

        Run(List<Supplier<@Nullable Object>> values) {
            this.values = values;
        }

        @Nullable
        Object value(@Nullable Object input) {
            if (input instanceof LiftedValue lifted) {
                return result(lifted);
            }
            if (input instanceof Deferred leaf) {
                Integer position = positions.get(leaf);
                return position == null ? leaf : values.get(position).get();
            }
            if (input instanceof Code code) {
                return bound(code);
            }
            if (input instanceof LiftedValue.Failed failed) {
                throw failed.problems();
            }
            return Leaves.parts(input).isEmpty() ? input : Leaves.replaced(input, this::value);
        }

        private @Nullable Object result(LiftedValue lifted) {
            if (!results.containsKey(lifted)) {
                results.put(lifted, calculated(lifted));
            }
            return results.get(lifted);
        }

        private @Nullable Object calculated(LiftedValue lifted) {
            try {
                return lifted.operation()
                        .apply(position -> value(lifted.inputs().get(position)));
            } catch (Placeholder.SkippedException unknown) {
                return Placeholder.LATE;
            }
        }

        private Code bound(Code code) {
            Captures captured = captures.get(code);
            if (captured == null) {
                return code;
            }
            List<@Nullable Object> known = new ArrayList<>();
            for (Deferred leaf : captured.leaves()) {
                known.add(value(leaf));
            }
            return captured.bind(known);
        }
    }
}
