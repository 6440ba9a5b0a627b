package dev.corbel.dsl.template;

import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.value.NumberValue;
import dev.corbel.providers.api.value.Value;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads the expressions of a template. */
final class ExpressionReader {
    /** What a splat binds; no name in a template is written so. */
    private static final String ELEMENT = "*";

    private final Cursor cursor;
    private final CallReader calls;
    private final Map<String, SourceRange> free;
    private final Deque<String> bound = new ArrayDeque<>();

    /** @param free takes the names that the template does not bind itself, and where each is first used */
    ExpressionReader(Cursor cursor, TemplateFunctions calls, Map<String, SourceRange> free) {
        this.cursor = cursor;
        this.calls = new CallReader(cursor, calls);
        this.free = free;
    }

    /** Reads what may use names that are bound around it. */
    Part within(List<String> names, Supplier<Part> reading) {
        names.forEach(bound::push);
        Part part = reading.get();
        names.forEach(name -> bound.pop());
        return part;
    }

    /** An expression; the blanks behind it are not read. */
    Part expression() {
        cursor.skip();
        int start = cursor.position();
        Part condition = binary(0);
        int end = cursor.position();
        SourceRange range = cursor.range(start);
        cursor.skip();
        if (!cursor.take("?")) {
            cursor.back(end);
            return condition;
        }
        Part yes = expression();
        cursor.expect(":", "between the two values of a condition");
        Part no = expression();
        return names -> {
            boolean holds = Convert.truth(condition.value(names), range);
            Value value = (holds ? yes : no).value(names);
            return Calculation.isSimple(value)
                    ? Calculation.chosen(value, CallReader.attempted(holds ? no : yes, names))
                    : value;
        };
    }

    private Part binary(int level) {
        if (level == Calculation.levels()) {
            return unary();
        }
        cursor.skip();
        int start = cursor.position();
        Part left = binary(level + 1);
        while (true) {
            int end = cursor.position();
            cursor.skip();
            Optional<String> operator = Calculation.operator(cursor, level);
            if (operator.isEmpty()) {
                cursor.back(end);
                return left;
            }
            cursor.take(operator.get());
            left = Calculation.of(operator.get(), left, binary(level + 1), cursor.range(start));
        }
    }

    private Part unary() {
        cursor.skip();
        int start = cursor.position();
        if (cursor.take("-")) {
            return Calculation.negative(unary(), cursor.range(start));
        }
        if (cursor.peek() == '!' && cursor.peek(1) != '=') {
            cursor.next();
            return Calculation.not(unary(), cursor.range(start));
        }
        return steps(term(), start);
    }

    /** The attributes, keys and splats behind a term. */
    private Part steps(Part from, int start) {
        Part part = from;
        while (true) {
            if (cursor.take("[*]")) {
                part = splat(part, start, true);
            } else if (cursor.isAt(".*")) {
                cursor.take(".*");
                part = splat(part, start, false);
            } else {
                Optional<Part> next = step(part, start);
                if (next.isEmpty()) {
                    return part;
                }
                part = next.get();
            }
        }
    }

    /** One attribute or key; empty where none is next. */
    private Optional<Part> step(Part from, int start) {
        if (cursor.peek() == '.' && Cursor.startsName(cursor.peek(1))) {
            cursor.next();
            String name = cursor.name();
            SourceRange range = cursor.range(start);
            return Optional.of(names -> Elements.attribute(from.value(names), name, range));
        }
        if (cursor.peek() == '.' && Character.isDigit(cursor.peek(1))) {
            cursor.next();
            Value position = Value.of(Long.parseLong(digits()));
            SourceRange range = cursor.range(start);
            return Optional.of(names -> Elements.at(from.value(names), position, range));
        }
        if (cursor.take("[")) {
            Part key = expression();
            cursor.expect("]", "behind a key");
            SourceRange range = cursor.range(start);
            return Optional.of(names -> Elements.at(from.value(names), key.value(names), range));
        }
        return Optional.empty();
    }

    private Part splat(Part from, int start, boolean keys) {
        Part each = variable(ELEMENT, cursor.range(start));
        while (keys ? !cursor.isAt("[*]") : cursor.peek() == '.') {
            Optional<Part> next = step(each, start);
            if (next.isEmpty()) {
                break;
            }
            each = next.get();
        }
        Part steps = each;
        return names -> {
            List<Value> values = new ArrayList<>();
            for (Value one : Elements.splat(from.value(names))) {
                values.add(steps.value(names.with(ELEMENT, one)));
            }
            return Value.list(values);
        };
    }

    private Part term() {
        int start = cursor.position();
        char next = cursor.peek();
        if (next == '"') {
            return new QuotedReader(cursor, this::expression).text();
        }
        if (Character.isDigit(next)) {
            return number();
        }
        if (cursor.take("(")) {
            Part inner = expression();
            cursor.expect(")", "behind an expression");
            return inner;
        }
        if (next == '[' || next == '{') {
            return new CollectionReader(cursor, this::expression, this::within).collection();
        }
        if (cursor.isAt("<<")) {
            throw cursor.error("A heredoc cannot stand in a template", "Write the text in quotes.");
        }
        String name = cursor.name();
        if (name.isEmpty()) {
            throw cursor.error("An expression is missing here", "Write $${ for a \"${\" that is text.");
        }
        if (cursor.peek() == '(' || cursor.isAt("::")) {
            return calls.call(name, start, this::expression);
        }
        return switch (name) {
            case "true" -> names -> Value.of(true);
            case "false" -> names -> Value.of(false);
            case "null" -> names -> Value.ofNull();
            default -> variable(name, cursor.range(start));
        };
    }

    private Part variable(String name, SourceRange range) {
        if (!bound.contains(name) && !name.equals(ELEMENT)) {
            free.putIfAbsent(name, range);
        }
        return names -> {
            Value value = names.find(name);
            if (value == null) {
                throw TemplateErrors.undeclared(name, names.all(), range);
            }
            return value;
        };
    }

    private String digits() {
        int start = cursor.position();
        while (Character.isDigit(cursor.peek())) {
            cursor.next();
        }
        return cursor.since(start);
    }

    private Part number() {
        int start = cursor.position();
        digits();
        if (cursor.peek() == '.' && Character.isDigit(cursor.peek(1))) {
            cursor.next();
            digits();
        }
        if ((cursor.peek() == 'e' || cursor.peek() == 'E')
                && (Character.isDigit(cursor.peek(1)) || Character.isDigit(cursor.peek(2)))) {
            cursor.next();
            cursor.next();
            digits();
        }
        String written = cursor.since(start);
        BigDecimal number = written.length() > NumberValue.DIGITS ? BigDecimal.ZERO : new BigDecimal(written);
        if (written.length() > NumberValue.DIGITS || !NumberValue.fits(number)) {
            throw TemplateErrors.error("This number is too large or too long", NumberValue.LIMIT, cursor.range(start));
        }
        Value value = Value.of(number);
        return names -> value;
    }
}
