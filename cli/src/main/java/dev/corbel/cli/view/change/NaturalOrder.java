package dev.corbel.cli.view.change;

import dev.corbel.providers.api.address.Address;
import java.util.Comparator;

/** The order in which people count: {@code o2} comes before {@code o10}. */
public final class NaturalOrder {
    /** Orders texts. */
    public static final Comparator<String> TEXTS = NaturalOrder::compare;

    /** Orders addresses by what people see of them, and those that look the same by the rest. */
    public static final Comparator<Address> ADDRESSES =
            Comparator.comparing(Address::toString, TEXTS).thenComparing(Address::qualified);

    private NaturalOrder() {}

    private static int compare(String one, String other) {
        int i = 0;
        int j = 0;
        while (i < one.length() && j < other.length()) {
            if (isDigit(one, i) && isDigit(other, j)) {
                int endOfOne = endOfNumber(one, i);
                int endOfOther = endOfNumber(other, j);
                int byNumber = compareNumbers(one, i, endOfOne, other, j, endOfOther);
                if (byNumber != 0) {
                    return byNumber;
                }
                i = endOfOne;
                j = endOfOther;
            } else if (one.charAt(i) != other.charAt(j)) {
                return Character.compare(one.charAt(i), other.charAt(j));
            } else {
                i++;
                j++;
            }
        }
        int byRest = Integer.compare(one.length() - i, other.length() - j);
        return byRest != 0 ? byRest : one.compareTo(other);
    }

    private static boolean isDigit(String text, int index) {
        return text.charAt(index) >= '0' && text.charAt(index) <= '9';
    }

    private static int endOfNumber(String text, int start) {
        int end = start;
        while (end < text.length() && isDigit(text, end)) {
            end++;
        }
        return end;
    }

    /** Compares digits of any length: without leading zeros the longer number is the larger one. */
    private static int compareNumbers(String one, int from, int to, String other, int otherFrom, int otherTo) {
        int start = afterZeros(one, from, to);
        int otherStart = afterZeros(other, otherFrom, otherTo);
        int byLength = Integer.compare(to - start, otherTo - otherStart);
        return byLength != 0
                ? byLength
                : CharSequence.compare(one.substring(start, to), other.substring(otherStart, otherTo));
    }

    private static int afterZeros(String text, int from, int to) {
        int start = from;
        while (start < to && text.charAt(start) == '0') {
            start++;
        }
        return start;
    }
}
