package dev.corbel.providers.api.schema;

import dev.corbel.providers.api.value.BooleanValue;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.NumberValue;
import dev.corbel.providers.api.value.SensitiveValue;
import dev.corbel.providers.api.value.StringValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.api.value.ValuePath;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Converts values to the types that schemas ask for: numbers and booleans to text and back where nothing is lost, sets
 * to their canonical form. Null and unknown fit every type.
 */
public final class Conversion {
    private Conversion() {}

    /** A value that does not fit; the message completes "{@code PATH }…", as in "must be a number, but is a list". */
    public static final class MismatchException extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient ValuePath path;

        MismatchException(ValuePath path, String message) {
            super(message);
            this.path = path;
        }

        /** Where inside the value. */
        public ValuePath path() {
            return path;
        }
    }

    /** Converts a value; fails where it, or something in it, does not fit. */
    public static Value convert(Value value, Type type) throws MismatchException {
        return convert(value, type, ValuePath.ROOT);
    }

    private static Value convert(Value value, Type type, ValuePath path) throws MismatchException {
        if (value instanceof SensitiveValue sensitive) {
            return Value.sensitive(convert(sensitive.value(), type, path));
        }
        if (value.isNull() || value.isUnknown() || type == Type.ANY) {
            return value;
        }
        if (type instanceof Type.Primitive primitive) {
            return primitive(value, primitive, path);
        }
        if (type instanceof Type.ListType list) {
            return elements(value, list.element(), type, path);
        }
        if (type instanceof Type.SetType set) {
            return CanonicalSet.of(elements(value, set.element(), type, path));
        }
        if (type instanceof Type.MapType map) {
            return entries(value, map, path);
        }
        return object(value, (Type.ObjectType) type, path);
    }

    private static Value primitive(Value value, Type.Primitive type, ValuePath path) throws MismatchException {
        if (type == Type.Primitive.STRING) {
            if (value instanceof StringValue) {
                return value;
            }
            if (value instanceof NumberValue || value instanceof BooleanValue) {
                return Value.of(value.toString());
            }
        } else if (type == Type.Primitive.NUMBER) {
            if (value instanceof NumberValue) {
                return value;
            }
            if (value instanceof StringValue text && text.value().matches("-?\\d{1,1000}(\\.\\d{1,1000})?")) {
                return Value.of(new BigDecimal(text.value()));
            }
        } else if (value instanceof BooleanValue) {
            return value;
        } else if (value instanceof StringValue text
                && (text.value().equals("true") || text.value().equals("false"))) {
            return Value.of(text.value().equals("true"));
        }
        throw mismatch(value, type, path);
    }

    private static ListValue elements(Value value, Type element, Type whole, ValuePath path) throws MismatchException {
        if (!(value instanceof ListValue list)) {
            throw mismatch(value, whole, path);
        }
        List<Value> converted = new ArrayList<>(list.elements().size());
        for (int i = 0; i < list.elements().size(); i++) {
            converted.add(convert(list.elements().get(i), element, path.then(i)));
        }
        return new ListValue(converted);
    }

    private static Value entries(Value value, Type.MapType type, ValuePath path) throws MismatchException {
        if (!(value instanceof MapValue map)) {
            throw mismatch(value, type, path);
        }
        Map<String, Value> converted = new LinkedHashMap<>();
        for (Map.Entry<String, Value> entry : map.entries().entrySet()) {
            converted.put(entry.getKey(), convert(entry.getValue(), type.element(), path.then(entry.getKey())));
        }
        return new MapValue(converted);
    }

    private static Value object(Value value, Type.ObjectType type, ValuePath path) throws MismatchException {
        if (!(value instanceof MapValue map)) {
            throw mismatch(value, type, path);
        }
        for (String name : map.entries().keySet()) {
            if (!type.attributes().containsKey(name)) {
                throw new MismatchException(path.then(name), "is not an attribute of this object");
            }
        }
        Map<String, Value> converted = new LinkedHashMap<>();
        for (Map.Entry<String, Type> attribute : new TreeMap<>(type.attributes()).entrySet()) {
            String name = attribute.getKey();
            converted.put(name, convert(map.get(name), attribute.getValue(), path.then(name)));
        }
        return new MapValue(converted);
    }

    private static MismatchException mismatch(Value value, Type wanted, ValuePath path) {
        return new MismatchException(path, "must be " + article(wanted.toString()) + ", but is " + nameOf(value));
    }

    private static String article(String type) {
        return ("aeiou".indexOf(type.charAt(0)) >= 0 ? "an " : "a ") + type;
    }

    /** What a value is, with its article: "a string", "a list". */
    public static String nameOf(Value value) {
        Value bare = value.unmarked();
        if (bare instanceof StringValue) {
            return "a string";
        }
        if (bare instanceof NumberValue) {
            return "a number";
        }
        if (bare instanceof BooleanValue) {
            return "a boolean";
        }
        if (bare instanceof ListValue) {
            return "a list";
        }
        if (bare instanceof MapValue) {
            return "a map";
        }
        return bare.isNull() ? "null" : "unknown";
    }
}
