package dev.corbel.dsl.template;

import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Reads texts in quotes, with their escapes and interpolations. */
final class QuotedReader {
    private static final String ESCAPES = "There are \\n, \\r, \\t, \\\", \\\\, \\uNNNN and \\UNNNNNNNN.";

    private final Cursor cursor;
    private final Supplier<Part> expression;

    QuotedReader(Cursor cursor, Supplier<Part> expression) {
        this.cursor = cursor;
        this.expression = expression;
    }

    Part text() {
        int start = cursor.position();
        cursor.take("\"");
        List<Part> parts = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        while (!cursor.take("\"")) {
            if (cursor.atEnd() || cursor.peek() == '\n') {
                throw TemplateErrors.error("This text has no closing quote", null, cursor.range(start));
            }
            if (cursor.isAt("$${") || cursor.isAt("%%{")) {
                cursor.next();
                text.append(cursor.next()).append(cursor.next());
            } else if (cursor.isAt("%{")) {
                throw cursor.error("A directive cannot stand in a text in quotes", "Write CONDITION ? A : B.");
            } else if (cursor.isAt("${")) {
                parts.add(literal(text));
                parts.add(interpolation());
            } else {
                append(text);
            }
        }
        parts.add(literal(text));
        return names -> {
            StringBuilder whole = new StringBuilder();
            parts.forEach(part -> whole.append(part.value(names)));
            return Value.of(whole.toString());
        };
    }

    private static Part literal(StringBuilder text) {
        Value value = Value.of(text.toString());
        text.setLength(0);
        return names -> value;
    }

    private Part interpolation() {
        int start = cursor.position();
        cursor.take("${");
        if (cursor.peek() == '~') {
            throw cursor.error("\"~\" cannot stand in a text in quotes", null);
        }
        Part inner = expression.get();
        cursor.expect("}", "behind the expression");
        SourceRange range = cursor.range(start);
        return names -> Value.of(Convert.text(inner.value(names), range));
    }

    private void append(StringBuilder text) {
        int start = cursor.position();
        char character = cursor.next();
        if (character != '\\') {
            text.append(character);
            return;
        }
        char escape = cursor.atEnd() ? 0 : cursor.next();
        switch (escape) {
            case 'n' -> text.append('\n');
            case 'r' -> text.append('\r');
            case 't' -> text.append('\t');
            case '"', '\\' -> text.append(escape);
            case 'u' -> text.appendCodePoint(code(4, start));
            case 'U' -> text.appendCodePoint(code(8, start));
            default -> throw TemplateErrors.error("There is no such escape", ESCAPES, cursor.range(start));
        }
    }

    private int code(int digits, int start) {
        int first = cursor.position();
        while (cursor.position() - first < digits && Character.digit(cursor.peek(), 16) >= 0) {
            cursor.next();
        }
        String written = cursor.since(first);
        long code = written.length() == digits ? Long.parseLong(written, 16) : -1;
        if (code < 0 || code > Character.MAX_CODE_POINT) {
            throw TemplateErrors.error("There is no such escape", ESCAPES, cursor.range(start));
        }
        return (int) code;
    }
}
