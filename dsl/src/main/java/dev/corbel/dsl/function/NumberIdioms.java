package dev.corbel.dsl.function;

import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.value.NumberValue;
import dev.corbel.providers.api.value.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/** Terraform's functions of numbers that definitions write as methods of Groovy, for its templates. */
final class NumberIdioms {
    static final Map<String, Idiom> ALL = Map.of(
            "abs", of(BigDecimal::abs),
            "ceil", of(number -> number.setScale(0, RoundingMode.CEILING)),
            "floor", of(number -> number.setScale(0, RoundingMode.FLOOR)),
            "signum", of(number -> BigDecimal.valueOf(number.signum())),
            "max", Idiom.ofRest(given -> folded(given, BigDecimal::max), Type.NUMBER, Type.NUMBER),
            "min", Idiom.ofRest(given -> folded(given, BigDecimal::min), Type.NUMBER, Type.NUMBER),
            "sum", Idiom.of(NumberIdioms::sum, Type.list(Type.NUMBER)),
            "pow",
                    Idiom.of(
                            given -> floating(Math.pow(decimal(given, 0), decimal(given, 1))),
                            Type.NUMBER,
                            Type.NUMBER),
            "log",
                    Idiom.of(
                            given -> floating(Math.log(decimal(given, 0)) / Math.log(decimal(given, 1))),
                            Type.NUMBER,
                            Type.NUMBER),
            "parseint", Idiom.of(NumberIdioms::parse, Type.STRING, Type.NUMBER));

    private NumberIdioms() {}

    private static Idiom of(UnaryOperator<BigDecimal> function) {
        return Idiom.of(given -> Value.of(function.apply(number(given.value(0)))), Type.NUMBER);
    }

    private static BigDecimal number(Value value) {
        return ((NumberValue) value).value();
    }

    private static double decimal(Arguments given, int position) {
        return number(given.value(position)).doubleValue();
    }

    private static Value floating(double number) {
        if (!Double.isFinite(number)) {
            throw new Arguments.WrongArgumentException("The result is no number");
        }
        return Value.of(number == Math.rint(number) ? new BigDecimal(number) : BigDecimal.valueOf(number));
    }

    private static Value folded(Arguments given, BinaryOperator<BigDecimal> step) {
        return Value.of(
                given.values().stream().map(NumberIdioms::number).reduce(step).orElseThrow());
    }

    private static Value sum(Arguments given) {
        List<Value> numbers = given.list(0);
        if (numbers.isEmpty()) {
            throw given.wrong(0, "is empty");
        }
        return Value.of(numbers.stream().map(NumberIdioms::number).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private static Value parse(Arguments given) {
        int base = given.whole(1, 2, Character.MAX_RADIX);
        try {
            return Value.of(new BigDecimal(new BigInteger(given.text(0), base)));
        } catch (NumberFormatException wrong) {
            throw given.wrong(0, "is no whole number in base " + base);
        }
    }
}
