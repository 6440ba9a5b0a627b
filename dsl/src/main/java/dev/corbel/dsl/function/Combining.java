package dev.corbel.dsl.function;

import dev.corbel.providers.api.schema.Conversion;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.StringValue;
import dev.corbel.providers.api.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Functions of lists and maps. */
final class Combining {
    private Combining() {}

    static Value coalesce(Arguments given) {
        boolean simple =
                given.values().stream().filter(value -> !value.isNull()).allMatch(Arguments::isSimple);
        boolean text = simple && given.values().stream().anyMatch(Arguments::isText);
        for (Value value : given.values()) {
            boolean empty =
                    value instanceof StringValue written && written.value().isEmpty();
            if (!value.isNull() && !empty) {
                return text ? asText(value) : value;
            }
        }
        throw new Arguments.WrongArgumentException("All values of coalesce(…) are null or empty");
    }

    /** Values of different types become texts, where one of them is one. */
    private static Value asText(Value value) {
        try {
            return Conversion.convert(value, Type.STRING);
        } catch (Conversion.MismatchException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static Value one(Arguments given) {
        List<Value> list = given.list(0);
        if (list.size() > 1) {
            throw given.wrong(0, "must have one element or none, but has " + list.size());
        }
        return list.isEmpty() ? Value.ofNull() : list.get(0);
    }

    static Value setproduct(Arguments given) {
        if (given.size() < 2) {
            throw new Arguments.WrongArgumentException("setproduct(…) takes two lists at least");
        }
        List<List<Value>> rows = List.of(List.of());
        for (int i = 0; i < given.size(); i++) {
            List<List<Value>> longer = new ArrayList<>();
            for (List<Value> row : rows) {
                for (Value element : given.list(i)) {
                    List<Value> next = new ArrayList<>(row);
                    next.add(element);
                    longer.add(next);
                }
            }
            rows = longer;
        }
        return Value.list(rows.stream().map(Value::list).toList());
    }

    static Value transpose(Arguments given) {
        Map<String, List<Value>> turned = new TreeMap<>();
        new TreeMap<>(given.map(0))
                .forEach((key, values) -> ((ListValue) values).elements().forEach(value -> turned.computeIfAbsent(
                                value.toString(), text -> new ArrayList<>())
                        .add(Value.of(key))));
        Map<String, Value> lists = new TreeMap<>();
        turned.forEach((text, keys) -> lists.put(text, Value.list(keys)));
        return Value.map(lists);
    }

    static Value zipmap(Arguments given) {
        List<Value> keys = given.list(0);
        List<Value> values = given.list(1);
        if (keys.size() != values.size()) {
            throw given.wrong(
                    1, "must have as many elements as \"keys\", " + keys.size() + ", but has " + values.size());
        }
        Map<String, Value> entries = new TreeMap<>();
        for (int i = 0; i < keys.size(); i++) {
            entries.put(keys.get(i).toString(), values.get(i));
        }
        return Value.map(entries);
    }
}
