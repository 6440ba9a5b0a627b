package dev.corbel.dsl.template;

import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.value.BooleanValue;
import dev.corbel.providers.api.value.NumberValue;
import dev.corbel.providers.api.value.StringValue;
import dev.corbel.providers.api.value.Value;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;

/** The operators of expressions in templates. */
final class Calculation {
    /** As many digits as Terraform keeps, whose numbers have 512 bits. */
    private static final MathContext PRECISION = new MathContext(154);

    /** The operators of two operands; those that bind less tightly first. */
    private static final List<List<String>> LEVELS = List.of(
            List.of("||"),
            List.of("&&"),
            List.of("==", "!="),
            List.of("<=", ">=", "<", ">"),
            List.of("+", "-"),
            List.of("*", "/", "%"));

    private Calculation() {}

    static int levels() {
        return LEVELS.size();
    }

    /** The operator of a level that is next; empty where none is. */
    static Optional<String> operator(Cursor cursor, int level) {
        return LEVELS.get(level).stream().filter(cursor::isAt).findFirst();
    }

    static Part of(String operator, Part left, Part right, SourceRange range) {
        return switch (operator) {
            case "||" ->
                names -> Value.of(Convert.truth(left.value(names), range) || Convert.truth(right.value(names), range));
            case "&&" ->
                names -> Value.of(Convert.truth(left.value(names), range) && Convert.truth(right.value(names), range));
            case "==" -> names -> Value.of(left.value(names).equals(right.value(names)));
            case "!=" -> names -> Value.of(!left.value(names).equals(right.value(names)));
            default ->
                names -> ofNumbers(
                        operator,
                        Convert.number(left.value(names), range),
                        Convert.number(right.value(names), range),
                        range);
        };
    }

    static Part negative(Part operand, SourceRange range) {
        return names -> Value.of(Convert.number(operand.value(names), range).negate());
    }

    static Part not(Part operand, SourceRange range) {
        return names -> Value.of(!Convert.truth(operand.value(names), range));
    }

    private static Value ofNumbers(String operator, BigDecimal left, BigDecimal right, SourceRange range) {
        int order = left.compareTo(right);
        return switch (operator) {
            case "<" -> Value.of(order < 0);
            case "<=" -> Value.of(order <= 0);
            case ">" -> Value.of(order > 0);
            case ">=" -> Value.of(order >= 0);
            case "+" -> limited(left.add(right), range);
            case "-" -> limited(left.subtract(right), range);
            case "*" -> limited(left.multiply(right), range);
            case "/" -> limited(left.divide(divisor(right, range), PRECISION), range);
            default -> limited(left.remainder(divisor(right, range)), range);
        };
    }

    private static Value limited(BigDecimal number, SourceRange range) {
        if (!NumberValue.fits(number)) {
            throw TemplateErrors.error("This number is too large or too long", NumberValue.LIMIT, range);
        }
        return Value.of(number);
    }

    private static BigDecimal divisor(BigDecimal number, SourceRange range) {
        if (number.signum() == 0) {
            throw TemplateErrors.error("This divides by zero", null, range);
        }
        return number;
    }

    static boolean isSimple(Value value) {
        return value instanceof NumberValue || value instanceof BooleanValue;
    }

    /** The chosen of two values: one that is a number or a boolean beside a text becomes a text too. */
    static Value chosen(Value value, Value other) {
        return other instanceof StringValue && isSimple(value) ? Value.of(value.toString()) : value;
    }
}
