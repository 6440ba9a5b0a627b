package dev.corbel.dsl.function;

import dev.corbel.providers.api.json.ValueJson;
import dev.corbel.providers.api.schema.Conversion;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.NumberValue;
import dev.corbel.providers.api.value.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Terraform's {@code format} and {@code formatlist}, for its templates. */
final class Formatting {
    private static final Pattern VERB =
            Pattern.compile("%([-+ 0#]*)(\\d*)(?:\\.(\\d+))?(?:\\[(\\d+)])?(.)", Pattern.DOTALL);

    static final Map<String, Idiom> ALL = Map.of(
            "format",
                    Idiom.ofRest(given -> Value.of(format(given.text(0), rest(given.values()))), Type.STRING, Type.ANY),
            "formatlist", Idiom.ofRest(Formatting::each, Type.STRING, Type.ANY));

    private Formatting() {}

    private static List<Value> rest(List<Value> values) {
        return values.subList(1, values.size());
    }

    private static Value each(Arguments given) {
        List<Value> rest = rest(given.values());
        int size = rest.stream()
                .filter(ListValue.class::isInstance)
                .mapToInt(list -> ((ListValue) list).elements().size())
                .max()
                .orElse(1);
        List<Value> texts = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            List<Value> row = new ArrayList<>();
            for (Value value : rest) {
                if (value instanceof ListValue list && list.elements().size() != size) {
                    throw new Arguments.WrongArgumentException("The lists of formatlist(…) differ in length");
                }
                row.add(value instanceof ListValue list ? list.elements().get(i) : value);
            }
            texts.add(Value.of(format(given.text(0), row)));
        }
        return Value.list(texts);
    }

    private static String format(String pattern, List<Value> values) {
        StringBuilder text = new StringBuilder();
        Matcher verb = VERB.matcher(pattern);
        int next = 0;
        int used = 0;
        while (verb.find()) {
            verb.appendReplacement(text, "");
            if (verb.group(5).equals("%")) {
                text.append('%');
                continue;
            }
            next = verb.group(4) == null ? next : Integer.parseInt(verb.group(4)) - 1;
            if (next < 0 || next >= values.size()) {
                throw new Arguments.WrongArgumentException(
                        "There is no value for \"" + verb.group() + "\" of the format");
            }
            text.append(formatted(verb, values.get(next)));
            next++;
            used = Math.max(used, next);
        }
        verb.appendTail(text);
        if (used < values.size()) {
            throw new Arguments.WrongArgumentException("The format uses " + used + " values of " + values.size());
        }
        return text.toString();
    }

    private static String formatted(Matcher verb, Value value) {
        String flags = verb.group(1);
        String kind = verb.group(5);
        String written =
                kind.equals("v") ? anything(value, flags.contains("#")) : of(kind, verb.group(3), value, verb.group());
        boolean number = "dbofFeEgGxX".contains(kind) && !written.startsWith("-");
        String signed =
                number && flags.contains("+") ? "+" + written : number && flags.contains(" ") ? " " + written : written;
        int width = verb.group(2).isEmpty() ? 0 : Integer.parseInt(verb.group(2));
        int missing = Math.max(0, width - TextIdioms.characters(signed).size());
        if (flags.contains("-")) {
            return signed + " ".repeat(missing);
        }
        if (!flags.contains("0")) {
            return " ".repeat(missing) + signed;
        }
        int sign = signed.startsWith("-") || signed.startsWith("+") ? 1 : 0;
        return signed.substring(0, sign) + "0".repeat(missing) + signed.substring(sign);
    }

    private static String anything(Value value, boolean json) {
        boolean plain = !json && !value.isNull() && !(value instanceof ListValue) && !(value instanceof MapValue);
        return plain ? value.toString() : ValueJson.write(value);
    }

    private static String of(
            String kind, @org.jspecify.annotations.Nullable String precision, Value value, String verb) {
        switch (kind) {
            case "s", "q" -> {
                String text = converted(value, Type.STRING, verb).toString();
                List<String> characters = TextIdioms.characters(text);
                String cut = precision == null || characters.size() <= Integer.parseInt(precision)
                        ? text
                        : String.join("", characters.subList(0, Integer.parseInt(precision)));
                return kind.equals("q") ? ValueJson.write(Value.of(cut)) : cut;
            }
            case "t" -> {
                return converted(value, Type.BOOLEAN, verb).toString();
            }
            case "d" -> {
                return number(value, verb).setScale(0, RoundingMode.DOWN).toPlainString();
            }
            case "b" -> {
                return number(value, verb).toBigInteger().toString(2);
            }
            case "o" -> {
                return number(value, verb).toBigInteger().toString(8);
            }
            case "x" -> {
                return number(value, verb).toBigInteger().toString(16);
            }
            case "X" -> {
                return number(value, verb).toBigInteger().toString(16).toUpperCase(Locale.ROOT);
            }
            case "f" -> {
                int digits = precision == null ? 6 : Integer.parseInt(precision);
                return number(value, verb)
                        .setScale(digits, RoundingMode.HALF_EVEN)
                        .toPlainString();
            }
            case "e" -> {
                return String.format(
                        Locale.ROOT, "%." + (precision == null ? "6" : precision) + "e", number(value, verb));
            }
            default ->
                throw new Arguments.WrongArgumentException(
                        "The format has \"" + verb + "\"; there are %s, %q, %d, %f, %e, %b, %o, %x, %X, %t and %v");
        }
    }

    private static BigDecimal number(Value value, String verb) {
        return ((NumberValue) converted(value, Type.NUMBER, verb)).value();
    }

    private static Value converted(Value value, Type type, String verb) {
        try {
            if (value.isNull()) {
                throw new Arguments.WrongArgumentException("The value for \"" + verb + "\" is null");
            }
            return Conversion.convert(value, type);
        } catch (Conversion.MismatchException mismatch) {
            throw new Arguments.WrongArgumentException(
                    "The value for \"" + verb + "\" " + mismatch.getMessage(), mismatch);
        }
    }
}
