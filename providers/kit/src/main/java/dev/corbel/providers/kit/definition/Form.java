package dev.corbel.providers.kit.definition;

import dev.corbel.providers.api.value.BooleanValue;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.StringValue;
import dev.corbel.providers.api.value.Value;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** The form that a document gives a value which definitions write in another one. Values are known, and not null. */
public interface Form {
    /** Documents have it as definitions do. */
    Form AS_IT_IS = of(value -> value, value -> value);

    /** Documents say the opposite. */
    Form OPPOSITE = of(Form::negated, Form::negated);

    Value toDocument(Value value);

    Value toAttribute(Value value);

    /** The form of two functions. */
    static Form of(UnaryOperator<Value> toDocument, UnaryOperator<Value> toAttribute) {
        return new Form() {
            @Override
            public Value toDocument(Value value) {
                return toDocument.apply(value);
            }

            @Override
            public Value toAttribute(Value value) {
                return toAttribute.apply(value);
            }
        };
    }

    /** Documents have objects with one value each where definitions list the values: {@code [{"id": …}]}. */
    static Form each(String name) {
        return of(
                value -> elements(value, element -> new MapValue(Map.of(name, element))),
                value -> elements(value, element -> element instanceof MapValue map ? map.get(name) : element));
    }

    /** Documents have one word for true and one for false. */
    static Form words(String yes, String no) {
        return of(
                value -> Value.of(value.equals(Value.of(true)) ? yes : no),
                value -> Value.of(
                        value instanceof StringValue text && text.value().equalsIgnoreCase(yes)));
    }

    /** Documents have other words for these; whatever is not among them stays. */
    static Form renamed(Map<String, String> byAttribute) {
        return of(
                value -> value instanceof StringValue text
                        ? Value.of(byAttribute.getOrDefault(text.value(), text.value()))
                        : value,
                value -> byAttribute.entrySet().stream()
                        .filter(entry -> Objects.equals(Value.of(entry.getValue()), value))
                        .findFirst()
                        .<Value>map(entry -> Value.of(entry.getKey()))
                        .orElse(value));
    }

    /** Documents have a list of one value. */
    static Form only() {
        return of(
                value -> Value.list(value),
                value -> value instanceof ListValue list && !list.elements().isEmpty()
                        ? list.elements().get(0)
                        : Value.ofNull());
    }

    private static Value elements(Value value, UnaryOperator<Value> form) {
        return value instanceof ListValue list
                ? Value.list(list.elements().stream().map(form).toList())
                : value;
    }

    private static Value negated(Value value) {
        return value instanceof BooleanValue flag ? Value.of(!flag.value()) : value;
    }
}
