package dev.corbel.dsl.scope;

import dev.corbel.dsl.program.Code;
import dev.corbel.dsl.program.Deferred;
import dev.corbel.dsl.program.Placeholder;
import dev.corbel.dsl.program.SensitiveText;
import dev.corbel.dsl.program.TemplateValue;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.value.BooleanValue;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.NumberValue;
import dev.corbel.providers.api.value.SensitiveValue;
import dev.corbel.providers.api.value.StringValue;
import dev.corbel.providers.api.value.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Translates between the plain values of code and the values of the engine. */
public final class PlainValues {
    private PlainValues() {}

    /** The value; empty where something in it is deferred. Fails where something in it is no value at all. */
    public static Optional<Value> value(@Nullable Object plain) {
        if (plain instanceof SensitiveText sensitive) {
            return value(sensitive.value()).map(Value::sensitive);
        }
        if (plain instanceof Value known) {
            return Optional.of(known);
        }
        if (plain instanceof Deferred) {
            return Optional.empty();
        }
        if (plain instanceof Map<?, ?> map) {
            return entries(map);
        }
        if (plain instanceof Object[] array) {
            return elements(Arrays.asList(array));
        }
        if (plain instanceof Iterable<?> many && !(plain instanceof java.nio.file.Path)) {
            return elements(many);
        }
        return Optional.of(simple(plain));
    }

    /** The value that late code gave, unknown where it was made of something unknown; empty where it is a reference. */
    public static Optional<Value> lateResult(@Nullable Object plain) {
        return value(known(plain));
    }

    /** The same with values in place of what is unknown. */
    private static @Nullable Object known(@Nullable Object plain) {
        if (plain instanceof Placeholder) {
            return Value.unknown();
        }
        if (plain instanceof TemplateValue text && text.parts().stream().allMatch(PlainValues::isUnknownText)) {
            return Value.unknown();
        }
        if (plain instanceof Map<?, ?> map) {
            Map<Object, @Nullable Object> entries = new LinkedHashMap<>();
            map.forEach((key, entry) -> entries.put(key, known(entry)));
            return entries;
        }
        if (plain instanceof Collection<?> many) {
            List<@Nullable Object> elements = new ArrayList<>();
            many.forEach(element -> elements.add(known(element)));
            return elements;
        }
        return plain;
    }

    private static boolean isUnknownText(Object part) {
        return part instanceof String || part instanceof Placeholder;
    }

    /** The value of something that is no collection. */
    public static Value simple(@Nullable Object plain) {
        if (plain == null) {
            return Value.ofNull();
        }
        if (plain instanceof Boolean known) {
            return Value.of(known);
        }
        if (plain instanceof CharSequence || plain instanceof Character) {
            return Value.of(plain.toString());
        }
        if (plain instanceof Enum<?> constant) {
            return Value.of(constant.name());
        }
        if (plain instanceof Number number) {
            return Value.of(exact(number));
        }
        throw new DiagnosticsException(Diagnostic.error(
                "A value is "
                        + (plain instanceof Code || plain instanceof groovy.lang.Closure
                                ? "a closure"
                                : "a " + plain.getClass().getSimpleName()),
                "Values are strings, numbers, booleans, lists, maps, null and references."));
    }

    private static BigDecimal exact(Number number) {
        if (number instanceof Double || number instanceof Float) {
            if (!Double.isFinite(number.doubleValue())) {
                throw new DiagnosticsException(Diagnostic.error(
                        "A value is " + number + ", which is no number", "It came out of a calculation."));
            }
        }
        BigDecimal exact = decimal(number);
        if (!NumberValue.fits(exact)) {
            throw new DiagnosticsException(Diagnostic.error("This number is too large or too long", NumberValue.LIMIT));
        }
        return exact;
    }

    private static BigDecimal decimal(Number number) {
        if (number instanceof BigDecimal decimal) {
            return decimal;
        }
        if (number instanceof BigInteger whole) {
            return new BigDecimal(whole);
        }
        return number instanceof Double || number instanceof Float
                ? new BigDecimal(number.toString())
                : BigDecimal.valueOf(number.longValue());
    }

    private static Optional<Value> elements(Iterable<?> many) {
        List<Value> values = new ArrayList<>();
        for (Object element : many) {
            Optional<Value> value = value(element);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            values.add(value.get());
        }
        return Optional.of(Value.list(values));
    }

    private static Optional<Value> entries(Map<?, ?> map) {
        Map<String, Value> values = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            Optional<Value> value = value(entry.getValue());
            if (value.isEmpty()) {
                return Optional.empty();
            }
            values.put(String.valueOf(entry.getKey()), value.get());
        }
        return Optional.of(Value.map(values));
    }

    /** The value that code gets to see: whole numbers as integers, sensitive values hidden under the name. */
    public static @Nullable Object plain(Value value, String name) {
        return plain(value, name, Placeholder.VALUE);
    }

    /** The value that code which runs later gets to see of an unmarked one; an unknown part ends the code that looks at it. */
    public static @Nullable Object late(Value value) {
        return late(value, "");
    }

    /** The same of a value with marks: what is sensitive is hidden under the name. */
    public static @Nullable Object late(Value value, String name) {
        return plain(value, name, Placeholder.LATE);
    }

    private static @Nullable Object plain(Value value, String name, Placeholder unknown) {
        if (value instanceof SensitiveValue sensitive) {
            return new SensitiveText(name, plain(sensitive.value(), name, unknown));
        }
        if (value.isUnknown()) {
            return unknown;
        }
        if (value instanceof StringValue text) {
            return text.value();
        }
        if (value instanceof BooleanValue known) {
            return known.value();
        }
        if (value instanceof NumberValue number) {
            return number(number.value());
        }
        if (value instanceof ListValue list) {
            List<@Nullable Object> elements = new ArrayList<>();
            list.elements().forEach(element -> elements.add(plain(element, name, unknown)));
            return elements;
        }
        if (value instanceof MapValue map) {
            Map<String, @Nullable Object> entries = new LinkedHashMap<>();
            map.entries().forEach((key, entry) -> entries.put(key, plain(entry, name + "." + key, unknown)));
            return entries;
        }
        return null;
    }

    private static Number number(BigDecimal number) {
        if (number.scale() <= 0) {
            try {
                return number.intValueExact();
            } catch (ArithmeticException large) {
                return number.toBigIntegerExact();
            }
        }
        return number;
    }
}
