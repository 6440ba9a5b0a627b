package dev.corbel.dsl.function;

import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.NumberValue;
import dev.corbel.providers.api.value.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Terraform's functions of lists and maps that definitions write as methods of Groovy, for its templates. */
final class CollectionIdioms {
    private static final Type LIST = Type.list(Type.ANY);
    private static final Type MAP = Type.map(Type.ANY);
    private static final Type TEXTS = Type.list(Type.STRING);
    private static final int LONGEST_RANGE = 1024;

    static final Map<String, Idiom> ALL = Map.ofEntries(
            Map.entry("alltrue", Idiom.of(given -> Value.of(isAll(given, true)), Type.list(Type.BOOLEAN))),
            Map.entry("anytrue", Idiom.of(given -> Value.of(!isAll(given, false)), Type.list(Type.BOOLEAN))),
            Map.entry("chunklist", Idiom.of(CollectionIdioms::chunks, LIST, Type.NUMBER)),
            Map.entry("coalescelist", Idiom.ofRest(CollectionIdioms::firstList, LIST)),
            Map.entry(
                    "compact",
                    Idiom.of(
                            given -> Value.list(given.list(0).stream()
                                    .filter(text ->
                                            !text.isNull() && !text.toString().isEmpty())
                                    .toList()),
                            TEXTS)),
            Map.entry(
                    "concat",
                    Idiom.ofRest(
                            given -> Value.list(
                                    lists(given).flatMap(List::stream).toList()),
                            LIST)),
            Map.entry("contains", Idiom.of(given -> Value.of(given.list(0).contains(given.value(1))), LIST, Type.ANY)),
            Map.entry("distinct", Idiom.of(given -> list(new LinkedHashSet<>(given.list(0))), LIST)),
            Map.entry("element", Idiom.of(CollectionIdioms::element, LIST, Type.NUMBER)),
            Map.entry(
                    "flatten", Idiom.of(given -> Value.list(flat(given.value(0)).toList()), LIST)),
            Map.entry("index", Idiom.of(CollectionIdioms::index, LIST, Type.ANY)),
            Map.entry(
                    "keys",
                    Idiom.of(
                            given -> Value.list(new TreeMap<>(given.map(0))
                                    .keySet().stream().map(Value::of).toList()),
                            MAP)),
            Map.entry("values", Idiom.of(given -> list(new TreeMap<>(given.map(0)).values()), MAP)),
            Map.entry("length", Idiom.of(CollectionIdioms::length, Type.ANY)),
            Map.entry("lookup", Idiom.ofRest(CollectionIdioms::lookup, MAP, Type.STRING, Type.ANY)),
            Map.entry("matchkeys", Idiom.of(CollectionIdioms::matching, LIST, LIST, LIST)),
            Map.entry("merge", Idiom.ofRest(CollectionIdioms::merge, Type.ANY)),
            Map.entry("range", Idiom.ofRest(CollectionIdioms::range, Type.NUMBER)),
            Map.entry(
                    "reverse",
                    Idiom.of(
                            given -> {
                                List<Value> turned = new ArrayList<>(given.list(0));
                                Collections.reverse(turned);
                                return Value.list(turned);
                            },
                            LIST)),
            Map.entry(
                    "setintersection", Idiom.ofRest(given -> sets(given, (one, other) -> one.retainAll(other)), LIST)),
            Map.entry("setsubtract", Idiom.of(given -> sets(given, (one, other) -> one.removeAll(other)), LIST, LIST)),
            Map.entry("setunion", Idiom.ofRest(given -> sets(given, (one, other) -> one.addAll(other)), LIST)),
            Map.entry("slice", Idiom.of(CollectionIdioms::slice, LIST, Type.NUMBER, Type.NUMBER)),
            Map.entry("sort", Idiom.of(given -> sorted(given.list(0)), TEXTS)),
            Map.entry("toset", Idiom.of(given -> sorted(new LinkedHashSet<>(given.list(0))), LIST)),
            Map.entry("tolist", Idiom.of(given -> given.value(0), LIST)),
            Map.entry("tomap", Idiom.of(given -> given.value(0), MAP)),
            Map.entry("tobool", Idiom.of(given -> given.value(0), Type.BOOLEAN)),
            Map.entry("tonumber", Idiom.of(given -> given.value(0), Type.NUMBER)),
            Map.entry("tostring", Idiom.of(given -> given.value(0), Type.STRING)));

    private CollectionIdioms() {}

    private interface SetStep {
        void take(Set<Value> all, List<Value> others);
    }

    private static Value list(java.util.Collection<Value> elements) {
        return Value.list(List.copyOf(elements));
    }

    private static Stream<List<Value>> lists(Arguments given) {
        return given.values().stream().map(value -> ((ListValue) value).elements());
    }

    private static boolean isAll(Arguments given, boolean wanted) {
        return given.list(0).stream().allMatch(Value.of(wanted)::equals);
    }

    private static Value chunks(Arguments given) {
        List<Value> all = given.list(0);
        int size = given.whole(1, 0, Integer.MAX_VALUE);
        List<Value> chunks = new ArrayList<>();
        for (int i = 0; i < all.size(); i += size == 0 ? all.size() : size) {
            chunks.add(Value.list(all.subList(i, size == 0 ? all.size() : Math.min(all.size(), i + size))));
        }
        return Value.list(chunks);
    }

    private static Value firstList(Arguments given) {
        return lists(given)
                .filter(list -> !list.isEmpty())
                .findFirst()
                .map(Value::list)
                .orElseThrow(() -> new Arguments.WrongArgumentException("All lists of coalescelist(…) are empty"));
    }

    private static Value element(Arguments given) {
        List<Value> list = given.list(0);
        if (list.isEmpty()) {
            throw given.wrong(0, "is empty");
        }
        return list.get(Math.floorMod(given.whole(1, -Integer.MAX_VALUE, Integer.MAX_VALUE), list.size()));
    }

    private static Stream<Value> flat(Value value) {
        return value instanceof ListValue list
                ? list.elements().stream().flatMap(CollectionIdioms::flat)
                : Stream.of(value);
    }

    private static Value index(Arguments given) {
        int position = given.list(0).indexOf(given.value(1));
        if (position < 0) {
            throw given.wrong(0, "does not have this element");
        }
        return Value.of(position);
    }

    private static Value length(Arguments given) {
        Value value = given.value(0);
        if (value instanceof ListValue list) {
            return Value.of(list.elements().size());
        }
        if (value instanceof MapValue map) {
            return Value.of(map.entries().size());
        }
        if (!Arguments.isText(value)) {
            throw given.wrong(0, "must be a list, a map or a text");
        }
        return Value.of(TextIdioms.characters(value.toString()).size());
    }

    private static Value lookup(Arguments given) {
        Value found = given.map(0).get(given.text(1));
        if (found == null && given.size() == 2) {
            throw given.wrong(0, "does not have the key \"" + given.text(1) + "\"");
        }
        return found == null ? given.value(2) : found;
    }

    private static Value matching(Arguments given) {
        List<Value> keys = given.list(1);
        List<Value> found = new ArrayList<>();
        for (int i = 0; i < Math.min(keys.size(), given.list(0).size()); i++) {
            if (given.list(2).contains(keys.get(i))) {
                found.add(given.list(0).get(i));
            }
        }
        return Value.list(found);
    }

    private static Value merge(Arguments given) {
        Map<String, Value> all = new TreeMap<>();
        for (int i = 0; i < given.size(); i++) {
            if (given.value(i) instanceof MapValue map) {
                all.putAll(map.entries());
            } else if (!given.value(i).isNull()) {
                throw given.wrong(i, "must be a map");
            }
        }
        return Value.map(all);
    }

    private static Value range(Arguments given) {
        if (given.size() < 1 || given.size() > 3) {
            throw new Arguments.WrongArgumentException("range(…) takes one to three numbers");
        }
        List<BigDecimal> numbers = given.values().stream()
                .map(value -> ((NumberValue) value).value())
                .toList();
        BigDecimal start = numbers.size() == 1 ? BigDecimal.ZERO : numbers.get(0);
        BigDecimal end = numbers.get(numbers.size() == 1 ? 0 : 1);
        BigDecimal step = numbers.size() == 3 ? numbers.get(2) : BigDecimal.valueOf(end.compareTo(start) < 0 ? -1 : 1);
        if (step.signum() == 0 || (step.signum() != end.compareTo(start) && end.compareTo(start) != 0)) {
            throw new Arguments.WrongArgumentException("The step of range(…) does not lead from its start to its end");
        }
        List<Value> values = new ArrayList<>();
        for (BigDecimal at = start; at.compareTo(end) * step.signum() < 0; at = at.add(step)) {
            values.add(Value.of(at));
            if (values.size() > LONGEST_RANGE) {
                throw new Arguments.WrongArgumentException("range(…) gives " + LONGEST_RANGE + " numbers at most");
            }
        }
        return Value.list(values);
    }

    private static Value sets(Arguments given, SetStep step) {
        if (given.size() == 0) {
            throw new Arguments.WrongArgumentException("A list is missing");
        }
        Set<Value> all = new LinkedHashSet<>(given.list(0));
        lists(given).skip(1).forEach(others -> step.take(all, others));
        return sorted(all);
    }

    private static Value slice(Arguments given) {
        int size = given.list(0).size();
        int end = given.whole(2, 0, size);
        return Value.list(given.list(0).subList(given.whole(1, 0, end), end));
    }

    /** Elements in the order of a set: numbers by amount, all else by its text. */
    private static Value sorted(java.util.Collection<Value> elements) {
        boolean numbers = elements.stream().allMatch(NumberValue.class::isInstance);
        return Value.list(elements.stream()
                .sorted((a, b) -> numbers
                        ? ((NumberValue) a).value().compareTo(((NumberValue) b).value())
                        : a.toString().compareTo(b.toString()))
                .toList());
    }
}
