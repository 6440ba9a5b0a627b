package dev.corbel.dsl.template;

import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.schema.Conversion;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.value.BooleanValue;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.NumberValue;
import dev.corbel.providers.api.value.Value;
import java.math.BigDecimal;

/** Brings values into the types that a place of a template needs. */
final class Convert {
    private Convert() {}

    static String text(Value value, SourceRange range) {
        return converted(value, Type.STRING, "text", range).toString();
    }

    static BigDecimal number(Value value, SourceRange range) {
        return ((NumberValue) converted(value, Type.NUMBER, "a number", range)).value();
    }

    static boolean truth(Value value, SourceRange range) {
        return ((BooleanValue) converted(value, Type.BOOLEAN, "true or false", range)).value();
    }

    private static Value converted(Value value, Type type, String needed, SourceRange range) {
        if (value.isNull()) {
            throw TemplateErrors.error("This is null, and " + needed + " is needed", null, range);
        }
        try {
            return Conversion.convert(value, type);
        } catch (Conversion.MismatchException mismatch) {
            String hint = type == Type.STRING ? "Write jsonencode(…) around it, or a for directive." : null;
            throw TemplateErrors.error("This is " + kind(value) + ", and " + needed + " is needed", hint, range);
        }
    }

    /** The kind of a value, with its article. */
    static String kind(Value value) {
        if (value instanceof ListValue) {
            return "a list";
        }
        if (value instanceof MapValue) {
            return "a map";
        }
        if (value instanceof NumberValue) {
            return "a number";
        }
        return value.isNull() ? "null" : value instanceof BooleanValue ? "a boolean" : "a text";
    }
}
