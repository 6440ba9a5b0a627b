package dev.corbel.providers.simulator;

import dev.corbel.providers.api.schema.Validation;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The duration of every call, as text: {@code 100 ms}, {@code 1.5 s}, {@code 2 m}. */
final class Latency {
    private static final Pattern FORM = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?) *(ms|s|m)");

    private static final Validation RULE =
            Validation.matching(FORM.pattern(), "a duration in ms, s or m, such as \"100 ms\"");

    private Latency() {}

    static Validation rule() {
        return RULE;
    }

    static Optional<Duration> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        BigDecimal nanos = new BigDecimal(matcher.group(1)).multiply(nanosOf(matcher.group(2)));
        return Optional.of(Duration.ofNanos(nanos.longValue()));
    }

    private static BigDecimal nanosOf(String unit) {
        return switch (unit) {
            case "ms" -> BigDecimal.valueOf(1_000_000L);
            case "s" -> BigDecimal.valueOf(1_000_000_000L);
            default -> BigDecimal.valueOf(60_000_000_000L);
        };
    }
}
