package dev.corbel.providers.api.schema;

import dev.corbel.providers.api.value.BooleanValue;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.NumberValue;
import dev.corbel.providers.api.value.StringValue;
import dev.corbel.providers.api.value.Value;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;

/** An order of all values in which only equal ones tie, whatever the order of their entries. Marks don't count. */
final class ValueOrder implements Comparator<Value> {

    @Override
    public int compare(Value left, Value right) {
        Value a = left.unmarked();
        Value b = right.unmarked();
        if (a instanceof BooleanValue one && b instanceof BooleanValue other) {
            return Boolean.compare(one.value(), other.value());
        }
        if (a instanceof NumberValue one && b instanceof NumberValue other) {
            return one.value().compareTo(other.value());
        }
        if (a instanceof StringValue one && b instanceof StringValue other) {
            return one.value().compareTo(other.value());
        }
        if (a instanceof ListValue one && b instanceof ListValue other) {
            return compare(one.elements().iterator(), other.elements().iterator());
        }
        if (a instanceof MapValue one && b instanceof MapValue other) {
            return compare(one, other);
        }
        return Integer.compare(rank(a), rank(b));
    }

    private int compare(Iterator<Value> left, Iterator<Value> right) {
        while (left.hasNext() && right.hasNext()) {
            int byElement = compare(left.next(), right.next());
            if (byElement != 0) {
                return byElement;
            }
        }
        return Boolean.compare(left.hasNext(), right.hasNext());
    }

    private int compare(MapValue left, MapValue right) {
        Iterator<Map.Entry<String, Value>> a =
                new TreeMap<>(left.entries()).entrySet().iterator();
        Iterator<Map.Entry<String, Value>> b =
                new TreeMap<>(right.entries()).entrySet().iterator();
        while (a.hasNext() && b.hasNext()) {
            Map.Entry<String, Value> one = a.next();
            Map.Entry<String, Value> other = b.next();
            int byName = one.getKey().compareTo(other.getKey());
            int byEntry = byName != 0 ? byName : compare(one.getValue(), other.getValue());
            if (byEntry != 0) {
                return byEntry;
            }
        }
        return Boolean.compare(a.hasNext(), b.hasNext());
    }

    private static int rank(Value value) {
        if (value.isNull()) {
            return 0;
        }
        if (value instanceof BooleanValue) {
            return 1;
        }
        if (value instanceof NumberValue) {
            return 2;
        }
        if (value instanceof StringValue) {
            return 3;
        }
        if (value instanceof ListValue) {
            return 4;
        }
        return value instanceof MapValue ? 5 : 6;
    }
}
