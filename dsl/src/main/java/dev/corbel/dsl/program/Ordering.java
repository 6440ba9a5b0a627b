package dev.corbel.dsl.program;

import dev.corbel.providers.api.diagnostic.SourceRange;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.codehaus.groovy.runtime.typehandling.NumberMath;
import org.jspecify.annotations.Nullable;

/**
 * The order of values: null first, numbers by size, texts by their characters, lists by their elements. Fails where two
 * have none; Groovy would order them by hashes.
 */
record Ordering(SourceRange range) implements Comparator<@Nullable Object> {

    @Override
    @SuppressWarnings("unchecked") // values of one class that says it is comparable with itself
    public int compare(@Nullable Object left, @Nullable Object right) {
        if (left == null || right == null) {
            return left == right ? 0 : left == null ? -1 : 1;
        }
        if (left instanceof Number one && right instanceof Number other) {
            return NumberMath.compareTo(one, other);
        }
        if (isText(left) && isText(right)) {
            return left.toString().compareTo(right.toString());
        }
        if (left instanceof List<?> one && right instanceof List<?> other) {
            return elements(one, other);
        }
        if (left instanceof Comparable<?> comparable && kind(left) == kind(right)) {
            return ((Comparable<Object>) comparable).compareTo(right);
        }
        throw Problem.error(
                left.getClass() == right.getClass()
                        ? "Values such as " + Failures.describe(left) + " have no order"
                        : "Values of several kinds cannot be put in order",
                left.getClass() == right.getClass()
                        ? ""
                        : "These are " + Failures.describe(left) + " and " + Failures.describe(right) + ".",
                "Say what to sort by, as in sort { it.name }.",
                range);
    }

    private int elements(List<?> left, List<?> right) {
        Iterator<?> first = left.iterator();
        Iterator<?> second = right.iterator();
        while (first.hasNext() && second.hasNext()) {
            int order = compare(first.next(), second.next());
            if (order != 0) {
                return order;
            }
        }
        return first.hasNext() ? 1 : second.hasNext() ? -1 : 0;
    }

    private static boolean isText(Object value) {
        return value instanceof CharSequence || value instanceof Character;
    }

    private static Class<?> kind(Object value) {
        return value instanceof Enum<?> constant ? constant.getDeclaringClass() : value.getClass();
    }
}
