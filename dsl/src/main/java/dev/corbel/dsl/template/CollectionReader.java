package dev.corbel.dsl.template;

import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads lists and maps in brackets and braces, also those that a {@code for} makes. */
final class CollectionReader {
    private final Cursor cursor;
    private final Supplier<Part> expression;
    private final BiFunction<List<String>, Supplier<Part>, Part> within;

    /** @param within reads what may use names that are bound around it */
    CollectionReader(Cursor cursor, Supplier<Part> expression, BiFunction<List<String>, Supplier<Part>, Part> within) {
        this.cursor = cursor;
        this.expression = expression;
        this.within = within;
    }

    Part collection() {
        boolean list = cursor.next() == '[';
        cursor.skip();
        if (cursor.word().equals("for")) {
            cursor.name();
            return made(list);
        }
        return list ? list() : map();
    }

    private Part list() {
        List<Part> elements = new ArrayList<>();
        while (!cursor.take("]")) {
            elements.add(expression.get());
            cursor.skip();
            if (!cursor.take(",") && cursor.peek() != ']') {
                throw cursor.error("\"]\" is missing behind the elements of a list", null);
            }
            cursor.skip();
        }
        return names -> Value.list(
                elements.stream().map(element -> element.value(names)).toList());
    }

    private record Entry(Part key, SourceRange range, Part value) {}

    private Part map() {
        List<Entry> entries = new ArrayList<>();
        while (!cursor.take("}")) {
            int start = cursor.position();
            Part key = key();
            SourceRange range = cursor.range(start);
            cursor.skip();
            if (!cursor.take("=") && !cursor.take(":")) {
                throw cursor.error("\"=\" is missing behind a key", null);
            }
            entries.add(new Entry(key, range, expression.get()));
            cursor.skip();
            cursor.take(",");
            cursor.skip();
        }
        return names -> {
            Map<String, Value> values = new TreeMap<>();
            entries.forEach(entry -> values.put(
                    Convert.text(entry.key().value(names), entry.range()),
                    entry.value().value(names)));
            return Value.map(values);
        };
    }

    /** A key: a name stands for itself. */
    private Part key() {
        int start = cursor.position();
        String name = cursor.name();
        cursor.skip();
        if (!name.isEmpty() && (cursor.peek() == '=' || cursor.peek() == ':')) {
            Value text = Value.of(name);
            return names -> text;
        }
        cursor.back(start);
        return expression.get();
    }

    private Part made(boolean list) {
        cursor.skip();
        String first = cursor.name();
        cursor.skip();
        boolean both = cursor.take(",");
        cursor.skip();
        String second = both ? cursor.name() : "";
        cursor.skip();
        if (first.isEmpty() || (both && second.isEmpty()) || !cursor.word().equals("in")) {
            throw cursor.error("\"in\" is missing behind \"for\"", "Write [for ELEMENT in LIST : VALUE].");
        }
        cursor.name();
        cursor.skip();
        int start = cursor.position();
        Part many = expression.get();
        SourceRange range = cursor.range(start);
        cursor.expect(":", "behind what \"for\" goes through");
        Made made = new Made(many, range, first, both ? second : null);
        return within.apply(List.of(first, second), () -> list ? madeList(made) : madeMap(made));
    }

    /** What a {@code for} goes through, and the names that it binds. */
    private record Made(
            Part many,
            SourceRange range,
            String first,
            @Nullable String second) {
        void forEach(Bindings names, @Nullable Part condition, java.util.function.Consumer<Bindings> action) {
            Elements.of(many.value(names), range).forEach((key, element) -> {
                Bindings inner = second == null
                        ? names.with(first, element)
                        : names.with(first, key).with(second, element);
                if (condition == null || Convert.truth(condition.value(inner), range)) {
                    action.accept(inner);
                }
            });
        }
    }

    private @Nullable Part condition() {
        cursor.skip();
        if (!cursor.word().equals("if")) {
            return null;
        }
        cursor.name();
        return expression.get();
    }

    private Part madeList(Made made) {
        Part value = expression.get();
        Part condition = condition();
        cursor.expect("]", "behind \"for\"");
        return names -> {
            List<Value> values = new ArrayList<>();
            made.forEach(names, condition, inner -> values.add(value.value(inner)));
            return Value.list(values);
        };
    }

    private Part madeMap(Made made) {
        Part key = expression.get();
        cursor.expect("=>", "between key and value");
        Part value = expression.get();
        cursor.skip();
        boolean grouped = cursor.take("...");
        Part condition = condition();
        cursor.expect("}", "behind \"for\"");
        return names -> {
            Map<String, List<Value>> values = new TreeMap<>();
            made.forEach(names, condition, inner -> {
                String name = Convert.text(key.value(inner), made.range());
                List<Value> under = values.computeIfAbsent(name, none -> new ArrayList<>());
                if (!grouped && !under.isEmpty()) {
                    throw TemplateErrors.error(
                            "Two elements have the key \"" + name + "\"", "Write ... behind the value.", made.range());
                }
                under.add(value.value(inner));
            });
            Map<String, Value> entries = new LinkedHashMap<>();
            values.forEach((name, under) -> entries.put(name, grouped ? Value.list(under) : under.get(0)));
            return Value.map(entries);
        };
    }
}
