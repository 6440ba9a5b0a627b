package dev.corbel.dsl.template;

import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.NumberValue;
import dev.corbel.providers.api.value.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** The elements of lists and maps, one by one or under a key. */
final class Elements {
    private record Entry(Value key, Value value) {}

    private final List<Entry> entries = new ArrayList<>();

    private Elements() {}

    /** The elements of a list with their positions, or the entries of a map in the order of their keys. */
    static Elements of(Value many, SourceRange range) {
        Elements elements = new Elements();
        if (many instanceof ListValue list) {
            list.elements().forEach(value -> elements.entries.add(new Entry(Value.of(elements.entries.size()), value)));
        } else if (many instanceof MapValue map) {
            new TreeMap<>(map.entries()).forEach((key, value) -> elements.entries.add(new Entry(Value.of(key), value)));
        } else {
            throw TemplateErrors.error(
                    "This is " + Convert.kind(many) + ", and a list or a map is needed", null, range);
        }
        return elements;
    }

    void forEach(BiConsumer<Value, Value> action) {
        entries.forEach(entry -> action.accept(entry.key(), entry.value()));
    }

    /** What a splat goes through: a list itself, nothing of null, and else the value alone. */
    static List<Value> splat(Value value) {
        if (value instanceof ListValue list) {
            return list.elements();
        }
        return value.isNull() ? List.of() : List.of(value);
    }

    /** The attribute of a map. */
    static Value attribute(Value value, String name, SourceRange range) {
        if (!(value instanceof MapValue map)) {
            throw TemplateErrors.error(
                    "This is " + Convert.kind(value) + ", which has no \"" + name + "\"", null, range);
        }
        Value found = map.entries().get(name);
        if (found == null) {
            throw TemplateErrors.missing(name, map.entries().keySet(), range);
        }
        return found;
    }

    /** The element of a list or a map under a key. */
    static Value at(Value value, Value key, SourceRange range) {
        if (!(value instanceof ListValue list)) {
            return attribute(value, Convert.text(key, range), range);
        }
        BigDecimal position = Convert.number(key, range);
        int size = list.elements().size();
        if (position.signum() < 0
                || position.compareTo(BigDecimal.valueOf(size)) >= 0
                || !Value.of(position).equals(new NumberValue(new BigDecimal(position.toBigInteger())))) {
            throw TemplateErrors.error(
                    "There is no element " + position.toPlainString() + " in a list of " + size, null, range);
        }
        return list.elements().get(position.intValue());
    }
}
