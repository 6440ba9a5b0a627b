package dev.corbel.providers.api.value;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * An immutable value. Sets have no shape of their own: a set is a {@link ListValue} that its schema keeps in canonical
 * order and without repetition.
 */
public sealed interface Value
        permits BooleanValue, ListValue, MapValue, NullValue, NumberValue, SensitiveValue, StringValue, UnknownValue {

    static Value ofNull() {
        return NullValue.NULL;
    }

    static Value unknown() {
        return UnknownValue.UNKNOWN;
    }

    static Value of(boolean value) {
        return value ? BooleanValue.TRUE : BooleanValue.FALSE;
    }

    static Value of(long value) {
        return new NumberValue(BigDecimal.valueOf(value));
    }

    static Value of(BigDecimal value) {
        return new NumberValue(value);
    }

    static Value of(String value) {
        return new StringValue(value);
    }

    static ListValue list(List<? extends Value> elements) {
        return new ListValue(List.copyOf(elements));
    }

    static ListValue list(Value... elements) {
        return new ListValue(List.of(elements));
    }

    static MapValue map(Map<String, ? extends Value> entries) {
        return MapValue.of(entries);
    }

    /** Marks a value as sensitive; marking twice changes nothing. */
    static Value sensitive(Value value) {
        return value instanceof SensitiveValue ? value : new SensitiveValue(value);
    }

    default boolean isNull() {
        return unmarked() instanceof NullValue;
    }

    /** Whether this very value is unknown; see {@link #isWhollyKnown()} for what it contains. */
    default boolean isUnknown() {
        return unmarked() instanceof UnknownValue;
    }

    /** Whether neither this value nor anything inside it is unknown. */
    boolean isWhollyKnown();

    /** Whether this value or anything inside it is marked as sensitive. */
    boolean containsSensitive();

    /** This value without its own mark; marks deeper inside stay. */
    default Value unmarked() {
        return this;
    }

    /** This value without any mark, at any depth. */
    Value fullyUnmarked();
}
