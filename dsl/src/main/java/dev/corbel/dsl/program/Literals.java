package dev.corbel.dsl.program;

import dev.corbel.providers.api.diagnostic.SourceRange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values as they are written. */
public final class Literals {
    private Literals() {}

    /** A text, number, boolean or null. */
    public record Constant(@Nullable Object value, SourceRange range) implements Node {
        public Constant {
            if (value instanceof Number number) {
                Magnitude.check(number, range);
            }
        }

        @Override
        public @Nullable Object evaluate(Frame frame) {
            return value;
        }
    }

    /** A text with values in it. */
    public record Text(List<Node> parts, SourceRange range) implements Node {
        @Override
        public Object evaluate(Frame frame) {
            List<@Nullable Object> values = new ArrayList<>(parts.size());
            for (Node part : parts) {
                values.add(TemplateValue.part(part.evaluate(frame), part.range()));
            }
            return TemplateValue.of(values);
        }
    }

    /** {@code [a, b, *c]}. */
    public record ListLiteral(List<Node> elements, SourceRange range) implements Node {
        @Override
        public Object evaluate(Frame frame) {
            List<@Nullable Object> values = new ArrayList<>(elements.size());
            boolean waits = false;
            for (Node element : elements) {
                Object value = element.evaluate(frame);
                waits |= element instanceof Spread && Choices.waits(value);
                values.add(value);
            }
            return waits
                    ? LiftedValue.of("[…]", values, known -> spread(known.first(values.size())), range)
                    : spread(values.toArray());
        }

        private List<@Nullable Object> spread(@Nullable Object[] values) {
            List<@Nullable Object> all = new ArrayList<>(values.length);
            for (int i = 0; i < values.length; i++) {
                add(all, elements.get(i), values[i]);
            }
            return all;
        }
    }

    /** {@code *list} among elements or arguments, {@code *: map} among entries. */
    public record Spread(Node values, SourceRange range) implements Node {
        @Override
        public @Nullable Object evaluate(Frame frame) {
            return values.evaluate(frame);
        }
    }

    /** One entry of a map; a {@link Spread} as key takes in the whole map that is the value. */
    public record Entry(Node key, Node value) {}

    /** {@code [name: value]}. */
    public record MapLiteral(List<Entry> entries, SourceRange range) implements Node {
        @Override
        public Object evaluate(Frame frame) {
            List<Object> keys = new ArrayList<>(entries.size());
            List<@Nullable Object> values = new ArrayList<>(entries.size());
            boolean waits = false;
            for (Entry entry : entries) {
                if (entry.key() instanceof Spread spread) {
                    Object other = spread.evaluate(frame);
                    waits |= Choices.waits(other);
                    keys.add(spread);
                    values.add(other);
                } else {
                    keys.add(key(entry.key().evaluate(frame), entry.key().range()));
                    values.add(entry.value().evaluate(frame));
                }
            }
            return waits
                    ? LiftedValue.of("[…: …]", values, known -> map(keys, known.first(values.size())), range)
                    : map(keys, values.toArray());
        }

        private static Map<Object, @Nullable Object> map(List<Object> keys, @Nullable Object[] values) {
            Map<Object, @Nullable Object> map = new LinkedHashMap<>();
            for (int i = 0; i < values.length; i++) {
                if (!(keys.get(i) instanceof Spread spread)) {
                    map.put(keys.get(i), values[i]);
                } else if (values[i] instanceof Deferred deferred) {
                    throw Refusal.of(deferred, "spread into a map", spread.range());
                } else if (values[i] instanceof Map<?, ?> more) {
                    map.putAll(more);
                }
            }
            return map;
        }
    }

    private static Object key(@Nullable Object key, SourceRange range) {
        Object known = Operators.plain(key, "used as a key", range);
        if (known == null) {
            throw Problem.error("A key is null", "Keys of maps are strings.", null, range);
        }
        return known;
    }

    /** {@code from..to}. */
    public record RangeLiteral(Node from, Node to, boolean exclusiveFrom, boolean exclusiveTo, SourceRange range)
            implements Node {
        @Override
        public @Nullable Object evaluate(Frame frame) {
            Object first = Operators.plain(from.evaluate(frame), "used as a bound", from.range());
            Object last = Operators.plain(to.evaluate(frame), "used as a bound", to.range());
            return Dispatch.range(first, last, exclusiveFrom, exclusiveTo, range);
        }
    }

    /** The name of a class. */
    public record TypeName(String className, SourceRange range) implements Node {
        public TypeName {
            Admission.requireType(className);
        }

        @Override
        public Object evaluate(Frame frame) {
            return Admission.type(className, range);
        }
    }

    /** Evaluates elements or arguments, taking in what is spread. */
    static List<@Nullable Object> evaluateAll(List<Node> elements, Frame frame) {
        List<@Nullable Object> values = new ArrayList<>(elements.size());
        for (Node element : elements) {
            add(values, element, element.evaluate(frame));
        }
        return values;
    }

    private static void add(List<@Nullable Object> values, Node element, @Nullable Object value) {
        if (!(element instanceof Spread)) {
            values.add(value);
        } else if (value instanceof Deferred deferred) {
            add(values, element, Refusal.demanded(deferred, "spread into a list", element.range()));
        } else if (value instanceof Collection<?> many) {
            values.addAll(many);
        } else {
            values.add(value);
        }
    }

    /**
     * Stands for code that was refused when it was read, so that the rest can still be checked.
     *
     * @param declares whether it may have declared something that other code refers to
     */
    public record Refused(boolean declares, SourceRange range) implements Node {
        @Override
        public Object evaluate(Frame frame) {
            if (declares) {
                frame.receiver().skipped();
            }
            return Placeholder.VALUE;
        }
    }
}
