package dev.corbel.dsl.program;

import dev.corbel.dsl.library.Library;
import dev.corbel.providers.api.diagnostic.SourceRange;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Refuses arguments for which a method of the library would give something else in each process. */
final class ArgumentCheck {
    /** Methods that order by hashes what cannot be compared. */
    private static final Set<String> SORTING = Set.of("sort", "toSorted", "min", "max");

    /** Methods of Java that write arrays as their identity, unlike those of Groovy. */
    private static final Set<String> WRITING =
            Set.of("format", "formatted", "valueOf", "append", "insert", "leftShift", "plus", "concat");

    private static final Pattern OF_HASHES = Pattern.compile("%[^%a-zA-Z]*[hH]");
    private static final Pattern OF_THE_MACHINE = Pattern.compile("%[^%a-zA-Z]*([tT]|n)");

    private ArgumentCheck() {}

    static void check(Object target, String method, @Nullable Object[] arguments, SourceRange range) {
        if (target instanceof Number number) {
            Magnitude.checkCall(number, method, arguments, range);
        } else if (SORTING.contains(method) && (arguments.length == 0 || arguments[0] instanceof Boolean)) {
            if (target instanceof Iterable<?> many) {
                comparable(many, range);
            } else if (target instanceof Object[] many) {
                comparable(Arrays.asList(many), range);
            }
        } else if (WRITING.contains(method)
                && (target instanceof CharSequence || target == String.class || target instanceof StringBuilder)) {
            written(target, method, arguments, range);
        }
    }

    private static void comparable(Iterable<?> many, SourceRange range) {
        for (Object element : many) {
            if (element != null && !(element instanceof Comparable<?>) && !(element instanceof Deferred)) {
                throw Problem.error(
                        "Values such as " + Failures.describe(element) + " have no order",
                        "",
                        "Say what to sort by, as in sort { it.name }.",
                        range);
            }
        }
    }

    private static void written(Object target, String method, @Nullable Object[] arguments, SourceRange range) {
        boolean format = method.startsWith("format");
        Object pattern = method.equals("formatted") ? target : arguments.length > 0 ? arguments[0] : null;
        if (format
                && pattern instanceof String text
                && OF_THE_MACHINE.matcher(text).find()) {
            throw Problem.error(
                    "\"%t\" and \"%n\" in a format depend on the machine",
                    "",
                    "Format dates with java.time.format.DateTimeFormatter, and write \\n for the end of a line.",
                    range);
        }
        if (format && pattern instanceof String text && OF_HASHES.matcher(text).find()) {
            throw Problem.error(
                    "\"%h\" in a format writes a hash",
                    "It depends on the identity of objects in this process.",
                    "Write the value itself with %s; 'text'.sha256() gives a hash of a text.",
                    range);
        }
        for (Object argument : arguments) {
            TemplateValue.requireNoNull(argument, range);
            boolean several = format && argument instanceof Object[];
            if (argument != null
                    && (several ? anyArray((Object[]) argument) : hasArray(argument))
                    && !(argument instanceof char[])) {
                throw Problem.error("An array is no text here", "", "Write it with toString() first.", range);
            }
        }
    }

    private static boolean anyArray(@Nullable Object[] values) {
        for (Object value : values) {
            if (value != null && hasArray(value)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasArray(Object value) {
        if (!Library.hasText(value.getClass())) {
            return true;
        }
        if (value instanceof Collection<?> many) {
            return anyArray(many.toArray());
        }
        if (value instanceof Map<?, ?> map) {
            return hasArray(map.keySet()) || hasArray(map.values());
        }
        return false;
    }
}
