package dev.corbel.providers.api.schema;

import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.StringValue;
import dev.corbel.providers.api.value.Value;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * The form in which all values that mean the same to a service are equal: a key's ARN as its id, a domain in lower case,
 * nothing for the empty text. What an object has is compared with what a definition says in this form, and is only ever
 * shown and sent as it was written.
 */
@FunctionalInterface
public interface NormalForm {
    /** Every value means itself alone. */
    NormalForm LITERAL = value -> value;

    /** The form of a wholly known value without marks, which may be null. */
    Value of(Value value);

    /**
     * Tells whether two values of one form are different all the same: two names that are both complete, such as ARNs, mean
     * the same only where they are equal, although either means the same as its end alone.
     */
    default boolean tellsApart(Value one, Value other) {
        return false;
    }

    /** This form of what the other makes of a value. */
    default NormalForm after(NormalForm first) {
        NormalForm second = this;
        return new NormalForm() {
            @Override
            public Value of(Value value) {
                return second.of(first.of(value));
            }

            @Override
            public boolean tellsApart(Value one, Value other) {
                return first.tellsApart(one, other) || second.tellsApart(first.of(one), first.of(other));
            }
        };
    }

    /** Texts, also in lists and sets, by what a function makes of each. */
    static NormalForm ofTexts(UnaryOperator<String> form) {
        return value -> ofTexts(form, value);
    }

    /**
     * Texts by what a function makes of each.
     *
     * @param complete tells which texts are complete, so that two of them are compared as they are
     */
    static NormalForm ofTexts(UnaryOperator<String> form, Predicate<String> complete) {
        return new NormalForm() {
            @Override
            public Value of(Value value) {
                return ofTexts(form, value);
            }

            @Override
            public boolean tellsApart(Value one, Value other) {
                return one instanceof StringValue left
                        && other instanceof StringValue right
                        && complete.test(left.value())
                        && complete.test(right.value())
                        && !left.equals(right);
            }
        };
    }

    private static Value ofTexts(UnaryOperator<String> form, Value value) {
        if (value instanceof ListValue list) {
            return Value.list(list.elements().stream()
                    .map(element -> ofTexts(form, element))
                    .toList());
        }
        return value instanceof StringValue text ? Value.of(form.apply(text.value())) : value;
    }
}
