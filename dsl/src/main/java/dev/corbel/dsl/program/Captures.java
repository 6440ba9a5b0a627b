package dev.corbel.dsl.program;

import dev.corbel.providers.api.diagnostic.SourceRange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The values that code which runs later takes from around it: names with their steps, such as {@code sim_object.b.id}, and
 * variables. The deferred values among them are handed over when they are known, see {@link #bind}. More than a run will
 * use may be found, since which branch it takes is not known yet.
 */
public final class Captures {
    private final Code code;
    private final Map<Path, @Nullable Object> values = new LinkedHashMap<>();
    private final List<Deferred> leaves = new ArrayList<>();
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    /** The start of a path. */
    sealed interface Root {
        /** The value, as the code would find it now. */
        @Nullable
        Object value(SourceRange range);

        String display();
    }

    /** A name that the block around the code knows. */
    record Name(Receiver receiver, String name) implements Root {
        @Override
        public @Nullable Object value(SourceRange range) {
            return receiver.name(name, range);
        }

        @Override
        public String display() {
            return name;
        }
    }

    /** A variable around the code. */
    record Slot(Frame frame, int index, String name) implements Root {
        @Override
        public @Nullable Object value(SourceRange range) {
            return frame.get(0, index);
        }

        @Override
        public String display() {
            return name;
        }
    }

    /** The kinds of steps. */
    enum Kind {
        PROPERTY,
        INDEX,
        SPREAD
    }

    /** A step from a value to a part of it. */
    record Step(Kind kind, Object key, boolean soft) {
        @Nullable
        Object from(@Nullable Object target, SourceRange range) {
            if (target instanceof Deferred deferred) {
                return switch (kind) {
                    case PROPERTY -> deferred.property((String) key, soft, range);
                    case INDEX -> deferred.index(key, soft, range);
                    case SPREAD -> deferred.spread((String) key, range);
                };
            }
            if (target == null && soft) {
                return null;
            }
            return kind == Kind.INDEX
                    ? Dispatch.index(target, key, soft, range)
                    : Dispatch.property(target, (String) key, soft, range);
        }
    }

    /** A root with steps from it. */
    record Path(Root root, List<Step> steps) {
        Path then(Step step) {
            List<Step> longer = new ArrayList<>(steps);
            longer.add(step);
            return new Path(root, List.copyOf(longer));
        }

        boolean leadsTo(Path other) {
            return root.equals(other.root)
                    && steps.size() < other.steps.size()
                    && other.steps.subList(0, steps.size()).equals(steps);
        }
    }

    private Captures(Code code) {
        this.code = code;
    }

    /** Looks through code; refuses code that would declare something, since it runs when everything is declared. */
    public static Captures of(Code code) {
        Captures captures = new Captures(code);
        captures.lookInto(code);
        return captures;
    }

    /** The deferred values that the code needs, in the order of writing. */
    public List<Deferred> leaves() {
        return leaves;
    }

    /**
     * The code with known values in place of the deferred ones.
     *
     * @param known those of {@link #leaves}, in the same order
     */
    public Code bind(List<? extends @Nullable Object> known) {
        IdentityHashMap<Deferred, @Nullable Object> byLeaf = new IdentityHashMap<>();
        for (int i = 0; i < leaves.size(); i++) {
            byLeaf.put(leaves.get(i), known.get(i));
        }
        return new Binding(values, byLeaf).code(code);
    }

    /** Tells whether something was not looked at before; notes it. */
    boolean isNew(Object part) {
        return seen.add(part);
    }

    /** Notes what a path leads to, where that is not plain. */
    void add(Path path, @Nullable Object value) {
        if (!values.containsKey(path) && contains(value)) {
            values.put(path, value);
        }
    }

    /** Tells whether something deferred or code is in the value. Collects both. */
    private boolean contains(@Nullable Object value) {
        if (value instanceof Deferred deferred) {
            if (seen.add(deferred)) {
                leaves.add(deferred);
            }
            return true;
        }
        if (value instanceof Code inner) {
            lookInto(inner);
            return true;
        }
        Collection<?> parts = value instanceof Map<?, ?> map
                ? map.values()
                : value instanceof Collection<?> many && !(value instanceof groovy.lang.Range<?>) ? many : List.of();
        boolean found = false;
        for (Object part : parts) {
            found |= contains(part);
        }
        return found;
    }

    private void lookInto(Code inner) {
        if (seen.add(inner)) {
            new CaptureWalk(this).code(inner);
        }
    }
}
