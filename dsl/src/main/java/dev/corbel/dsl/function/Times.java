package dev.corbel.dsl.function;

import dev.corbel.dsl.function.Arguments.WrongArgumentException;
import dev.corbel.providers.api.value.Value;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Functions of times. */
final class Times {
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX", Locale.ROOT);
    private static final Pattern RFC3339 =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?(Z|[+-]\\d\\d:\\d\\d)");

    /** The ways to write a time that YAML knows. */
    private static final Pattern LOOSE = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})"
            + "(?:[Tt](\\d{1,2}):(\\d{1,2}):(\\d{1,2})(?:\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)"
            + "| (\\d{1,2}):(\\d{1,2}):(\\d{1,2})(?:\\.\\d+)?)?");

    private static final Pattern DURATION = Pattern.compile("[-+]?((\\d+(\\.\\d*)?|\\.\\d+)(ns|us|µs|μs|ms|s|m|h))+");
    private static final Pattern PART = Pattern.compile("(\\d+(?:\\.\\d*)?|\\.\\d+)(ns|us|µs|μs|ms|s|m|h)");
    private static final Map<String, Long> NANOS = Map.of(
            "ns", 1L,
            "us", 1_000L,
            "µs", 1_000L,
            "μs", 1_000L,
            "ms", 1_000_000L,
            "s", 1_000_000_000L,
            "m", 60_000_000_000L,
            "h", 3_600_000_000_000L);

    private Times() {}

    /** A time as YAML writes it, in the form of RFC 3339; empty where the text is none. */
    static Optional<String> normal(String text) {
        Matcher form = LOOSE.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        int clock = form.group(4) != null ? 4 : 8;
        boolean isDate = form.group(clock) == null;
        try {
            return Optional.of(OffsetDateTime.of(
                            part(form, 1),
                            part(form, 2),
                            part(form, 3),
                            isDate ? 0 : part(form, clock),
                            isDate ? 0 : part(form, clock + 1),
                            isDate ? 0 : part(form, clock + 2),
                            0,
                            form.group(7) == null ? ZoneOffset.UTC : ZoneOffset.of(form.group(7)))
                    .format(SECONDS));
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }

    private static int part(Matcher form, int group) {
        return Integer.parseInt(form.group(group));
    }

    static Value add(Arguments given) {
        OffsetDateTime time = time(given, 0);
        String text = given.text(1);
        if (!DURATION.matcher(text).matches() && !text.equals("0")) {
            throw given.wrong(1, "must be a duration such as 1h30m, but is \"" + text + "\"");
        }
        BigDecimal nanos = BigDecimal.ZERO;
        for (Matcher part = PART.matcher(text); part.find(); ) {
            nanos = nanos.add(
                    new BigDecimal(part.group(1)).multiply(BigDecimal.valueOf(NANOS.getOrDefault(part.group(2), 0L))));
        }
        try {
            Duration duration = Duration.ofNanos(nanos.toBigInteger().longValueExact());
            return Value.of(time.plus(text.startsWith("-") ? duration.negated() : duration)
                    .format(SECONDS));
        } catch (ArithmeticException | DateTimeException tooFar) {
            throw new WrongArgumentException("\"duration\" of timeadd(…) is too long: " + text, tooFar);
        }
    }

    static Value compare(Arguments given) {
        return Value.of(Integer.signum(
                time(given, 0).toInstant().compareTo(time(given, 1).toInstant())));
    }

    private static OffsetDateTime time(Arguments given, int position) {
        String text = given.text(position);
        try {
            if (RFC3339.matcher(text).matches()) {
                return OffsetDateTime.parse(text);
            }
        } catch (DateTimeException noTime) {
            throw noTime(given, position, noTime);
        }
        throw noTime(given, position, new IllegalArgumentException(text));
    }

    private static WrongArgumentException noTime(Arguments given, int position, Throwable cause) {
        WrongArgumentException problem = given.wrong(
                position, "must be a time such as 2027-01-31T08:00:00Z, but is \"" + given.text(position) + "\"");
        problem.addSuppressed(cause);
        return problem;
    }

    static Value format(Arguments given) {
        String format = given.text(0);
        OffsetDateTime time = time(given, 1);
        StringBuilder text = new StringBuilder();
        int at = 0;
        while (at < format.length()) {
            char first = format.charAt(at);
            if (first == '\'') {
                at = quoted(given, at + 1, text);
            } else if (!isLetter(first)) {
                text.append(first);
                at++;
            } else {
                int end = at;
                while (end < format.length() && format.charAt(end) == first) {
                    end++;
                }
                text.append(part(given, format.substring(at, end), time));
                at = end;
            }
        }
        return Value.of(text.toString());
    }

    private static boolean isLetter(char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
    }

    /** Takes over what stands in quotes, in which two quotes are one; gives the position behind it. */
    private static int quoted(Arguments given, int start, StringBuilder text) {
        String format = given.text(0);
        int at = start;
        while (at < format.length()) {
            if (format.charAt(at) != '\'') {
                text.append(format.charAt(at++));
            } else if (at + 1 < format.length() && format.charAt(at + 1) == '\'') {
                text.append('\'');
                at += 2;
            } else {
                return at + 1;
            }
        }
        throw given.wrong(0, "has a quote that does not end");
    }

    private static String part(Arguments given, String letters, OffsetDateTime time) {
        int twelve = time.getHour() % 12 == 0 ? 12 : time.getHour() % 12;
        return switch (letters) {
            case "YYYY" -> two(4, time.getYear());
            case "YY" -> two(2, time.getYear() % 100);
            case "MMMM" -> time.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            case "MMM" -> time.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
            case "MM" -> two(2, time.getMonthValue());
            case "M" -> String.valueOf(time.getMonthValue());
            case "DD" -> two(2, time.getDayOfMonth());
            case "D" -> String.valueOf(time.getDayOfMonth());
            case "EEEE" -> time.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            case "EEE" -> time.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
            case "hh" -> two(2, time.getHour());
            case "h" -> String.valueOf(time.getHour());
            case "HH" -> two(2, twelve);
            case "H" -> String.valueOf(twelve);
            case "AA" -> time.getHour() < 12 ? "AM" : "PM";
            case "aa" -> time.getHour() < 12 ? "am" : "pm";
            case "mm" -> two(2, time.getMinute());
            case "m" -> String.valueOf(time.getMinute());
            case "ss" -> two(2, time.getSecond());
            case "s" -> String.valueOf(time.getSecond());
            case "ZZZZZ" -> zone(time, "xxx");
            case "ZZZZ" -> zone(time, "xx");
            case "ZZZ" -> isUtc(time) ? "UTC" : zone(time, "xx");
            case "Z" -> isUtc(time) ? "Z" : zone(time, "xxx");
            default -> throw given.wrong(0, "has \"" + letters + "\", which means nothing; texts stand in '…'");
        };
    }

    private static boolean isUtc(OffsetDateTime time) {
        return time.getOffset().equals(ZoneOffset.UTC);
    }

    private static String zone(OffsetDateTime time, String pattern) {
        return time.format(DateTimeFormatter.ofPattern(pattern, Locale.ROOT));
    }

    private static String two(int digits, int number) {
        return String.format(Locale.ROOT, "%0" + digits + "d", number);
    }
}
