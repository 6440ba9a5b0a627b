package dev.corbel.providers.api.expression;

import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.api.value.ValuePath;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A value that may depend on attributes of resources and data sources. Immutable. */
public sealed interface Expression {

    /** A value that depends on nothing. */
    record Literal(Value value) implements Expression {}

    /** A list of which at least one element is no literal. */
    record ListExpression(List<Expression> elements) implements Expression {
        public ListExpression {
            elements = List.copyOf(elements);
        }
    }

    /** A map or object of which at least one entry is no literal. */
    record MapExpression(Map<String, Expression> entries) implements Expression {
        public MapExpression {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }
    }

    /**
     * An attribute of one instance of a resource or data source; the whole object where the path is the root.
     *
     * @param range where it is written
     * @param rules what each step of the path means where it leads nowhere; null where there is none for it
     */
    record Reference(Address target, ValuePath path, Optional<SourceRange> range, List<WhenMissing> rules)
            implements Expression {
        public Reference {
            rules = List.copyOf(rules);
        }

        public Reference(Address target, ValuePath path, Optional<SourceRange> range) {
            this(target, path, range, List.of());
        }
    }

    /** A part of what another expression gives. */
    record Selection(Expression base, PathReading part) implements Expression {}

    /** The texts of the parts, one after the other. */
    record Template(List<Expression> parts) implements Expression {
        public Template {
            parts = List.copyOf(parts);
        }
    }

    /** What a function of the definition makes of a value, once that is known. */
    record Transformation(Expression input, Function function, Optional<SourceRange> range) implements Expression {}

    /** The same value, marked as sensitive. */
    record Sensitive(Expression expression) implements Expression {}

    /** A pure function from a known value to a value. Errors are {@code DiagnosticsException}s. */
    @FunctionalInterface
    interface Function {
        Value apply(Value input);

        /** Whether it takes values that are not known, or not wholly; it gives unknown where it depends on them. */
        default boolean takesUnknown() {
            return false;
        }

        /** Whether its result may be shown although what it takes must not be. */
        default boolean unmarks() {
            return false;
        }
    }

    /** A function of the elements of a list, of which one that cannot be evaluated matters only where it is asked for. */
    interface OfElements extends Function {

        /**
         * Gives the value.
         *
         * @param elements each gives its value, known or not, or throws what is wrong with it
         */
        Value apply(List<Supplier<Value>> elements);

        @Override
        default Value apply(Value input) {
            return apply(((ListValue) input)
                    .elements().stream()
                            .<Supplier<Value>>map(element -> () -> element)
                            .toList());
        }

        @Override
        default boolean takesUnknown() {
            return true;
        }
    }

    static Expression of(Value value) {
        return new Literal(value);
    }

    /** Where it is written; empty for what knows no place of its own. */
    default Optional<SourceRange> range() {
        if (this instanceof Sensitive sensitive) {
            return sensitive.expression().range();
        }
        return this instanceof Selection selection ? selection.part().range() : Optional.empty();
    }

    /** Hands over every reference in this expression, at any depth. */
    default void forEachReference(Consumer<Reference> consumer) {
        if (this instanceof Reference reference) {
            consumer.accept(reference);
        } else if (this instanceof ListExpression list) {
            list.elements().forEach(element -> element.forEachReference(consumer));
        } else if (this instanceof MapExpression map) {
            map.entries().values().forEach(entry -> entry.forEachReference(consumer));
        } else if (this instanceof Selection selection) {
            selection.base().forEachReference(consumer);
        } else if (this instanceof Template template) {
            template.parts().forEach(part -> part.forEachReference(consumer));
        } else if (this instanceof Transformation transformation) {
            transformation.input().forEachReference(consumer);
        } else if (this instanceof Sensitive sensitive) {
            sensitive.expression().forEachReference(consumer);
        }
    }
}
