package dev.corbel.dsl.function;

import dev.corbel.dsl.language.MeasureForms;
import dev.corbel.providers.api.value.Value;
import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Pattern;

/** Functions of sizes and spans of time. */
final class Measuring {
    private static final Pattern SIZE = Pattern.compile(MeasureForms.SIZE);
    private static final Map<String, Long> BYTES =
            Map.of("KiB", 1L << 10, "MiB", 1L << 20, "GiB", 1L << 30, "TiB", 1L << 40);

    private static final Pattern SPAN = Pattern.compile(MeasureForms.SPAN);

    /** By the first letter of the unit. */
    private static final Map<String, Long> SECONDS =
            Map.of("s", 1L, "m", 60L, "h", 3_600L, "d", 86_400L, "w", 604_800L);

    private Measuring() {}

    static Value bytes(Arguments given) {
        String size = given.text(0);
        if (!SIZE.matcher(size).matches()) {
            throw given.wrong(0, "must be a size such as 512 MiB or 1.5 GiB, but is \"" + size + "\"");
        }
        int space = size.indexOf(' ');
        return product(size.substring(0, space), BYTES, size.substring(space + 1));
    }

    static Value seconds(Arguments given) {
        String span = given.text(0);
        if (!SPAN.matcher(span).matches()) {
            throw given.wrong(0, "must be a span of time such as 30 seconds or 14 days, but is \"" + span + "\"");
        }
        int space = span.indexOf(' ');
        return product(span.substring(0, space), SECONDS, span.substring(space + 1, space + 2));
    }

    private static Value product(String number, Map<String, Long> units, String unit) {
        return Value.of(new BigDecimal(number).multiply(BigDecimal.valueOf(units.getOrDefault(unit, 0L))));
    }
}
