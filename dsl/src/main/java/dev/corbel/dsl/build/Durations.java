package dev.corbel.dsl.build;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads spans of time as definitions write them: {@code 30 s}, {@code 10 minutes}, {@code 1h30m}. */
final class Durations {
    private static final Pattern PART = Pattern.compile("(\\d+)\\s*([a-zA-Z]+)\\s*");
    private static final Map<String, Duration> UNITS = Map.ofEntries(
            Map.entry("ms", Duration.ofMillis(1)),
            Map.entry("s", Duration.ofSeconds(1)),
            Map.entry("second", Duration.ofSeconds(1)),
            Map.entry("m", Duration.ofMinutes(1)),
            Map.entry("minute", Duration.ofMinutes(1)),
            Map.entry("h", Duration.ofHours(1)),
            Map.entry("hour", Duration.ofHours(1)),
            Map.entry("d", Duration.ofDays(1)),
            Map.entry("day", Duration.ofDays(1)));

    private Durations() {}

    /** The span; empty where the text is none. */
    static Optional<Duration> parse(String text) {
        Matcher part = PART.matcher(text.strip());
        Duration sum = Duration.ZERO;
        int end = 0;
        while (part.find() && part.start() == end) {
            String unit = part.group(2).toLowerCase(Locale.ROOT);
            Duration one = UNITS.get(UNITS.containsKey(unit) ? unit : unit.replaceAll("s$", ""));
            if (one == null || part.group(1).length() > 9) {
                return Optional.empty();
            }
            sum = sum.plus(one.multipliedBy(Long.parseLong(part.group(1))));
            end = part.end();
        }
        return end == text.strip().length() && end > 0 ? Optional.of(sum) : Optional.empty();
    }
}
