package dev.corbel.providers.api.schema;

import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.StringValue;
import dev.corbel.providers.api.value.Value;
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

    /** This form of what the other makes of a value. */
    default NormalForm after(NormalForm other) {
        return value -> of(other.of(value));
    }

    /** Texts, also in lists and sets, by what a function makes of each. */
    static NormalForm ofTexts(UnaryOperator<String> form) {
        return value -> ofTexts(form, value);
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
