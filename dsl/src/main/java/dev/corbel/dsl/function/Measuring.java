package dev.corbel.dsl.function;

import dev.corbel.providers.api.value.Value;
import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Functions of sizes and spans of time. */
final class Measuring {
    private static final Pattern SIZE = Pattern.compile("(\\d+(?:\\.\\d+)?) (KiB|MiB|GiB|TiB)");
    private static final Map<String, BigDecimal> BYTES = Map.of(
            "KiB", new BigDecimal(1L << 10),
            "MiB", new BigDecimal(1L << 20),
            "GiB", new BigDecimal(1L << 30),
            "TiB", new BigDecimal(1L << 40));

    private static final Pattern SPAN =
            Pattern.compile("(\\d+) (?:(s)(?:econds?)?|(m)(?:inutes?)?|(h)(?:ours?)?|(d)(?:ays?)?|(w)eeks?)");
    private static final int[] SECONDS = {1, 60, 3600, 86_400, 604_800};

    private Measuring() {}

    static Value bytes(Arguments given) {
        Matcher size = SIZE.matcher(given.text(0));
        BigDecimal unit = size.matches() ? BYTES.get(size.group(2)) : null;
        if (unit == null) {
            throw given.wrong(0, "must be a size such as 512 MiB or 1.5 GiB, but is \"" + given.text(0) + "\"");
        }
        return Value.of(new BigDecimal(size.group(1)).multiply(unit));
    }

    static Value seconds(Arguments given) {
        Matcher span = SPAN.matcher(given.text(0));
        if (!span.matches()) {
            throw given.wrong(
                    0, "must be a span of time such as 30 seconds or 14 days, but is \"" + given.text(0) + "\"");
        }
        int unit = 0;
        while (span.group(unit + 2) == null) {
            unit++;
        }
        return Value.of(new BigDecimal(span.group(1)).multiply(new BigDecimal(SECONDS[unit])));
    }
}
