package dev.corbel.dsl.program;

import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Calls that Java and Groovy answer by the machine's language or by hashes, answered the same everywhere. */
final class Neutral {
    /** The answer that the library must be asked. */
    static final Object NONE = new Object();

    private Neutral() {}

    static Object call(Object target, String method, @Nullable Object[] arguments) {
        if (method.equals("formatted") && target instanceof CharSequence pattern) {
            return String.format(Locale.ROOT, pattern.toString(), values(arguments));
        }
        if (method.equals("format")
                && target == String.class
                && arguments.length > 0
                && arguments[0] instanceof CharSequence pattern) {
            Object[] rest = Arrays.copyOfRange(arguments, 1, arguments.length);
            return String.format(Locale.ROOT, pattern.toString(), values(rest));
        }
        if (method.equals("ofPattern")
                && target == DateTimeFormatter.class
                && arguments.length == 1
                && arguments[0] instanceof CharSequence pattern) {
            return DateTimeFormatter.ofPattern(pattern.toString(), Locale.ENGLISH);
        }
        return method.equals("toSet") && arguments.length == 0 ? ordered(target) : NONE;
    }

    /** A set in the order of what it is made of, where Groovy's follows hashes. */
    private static Object ordered(Object target) {
        if (target instanceof CharSequence text) {
            return text.chars().mapToObj(Character::toString).collect(Collectors.toCollection(LinkedHashSet::new));
        }
        if (target instanceof Object[] many) {
            return new LinkedHashSet<>(Arrays.asList(many));
        }
        return target instanceof Collection<?> many ? new LinkedHashSet<>(many) : NONE;
    }

    /** One array or list is taken for all values, as Groovy does. */
    private static @Nullable Object[] values(@Nullable Object[] arguments) {
        return arguments.length == 1 && arguments[0] instanceof Object[] several ? several : arguments;
    }
}
