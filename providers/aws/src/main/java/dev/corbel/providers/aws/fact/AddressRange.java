package dev.corbel.providers.aws.fact;

import dev.corbel.providers.api.fact.Answer;
import dev.corbel.providers.api.value.Value;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Ranges of addresses that stand for everybody. Two halves of the internet let in as many as the whole, so that each range that is
 * larger than any one party has counts: of IPv4 those with a prefix shorter than /8, of IPv6 those with one shorter than /16. The
 * private ranges of IPv4 are smaller, those of IPv6 are left out.
 */
public final class AddressRange {
    private static final int SHORTEST_PREFIX_4 = 8;
    private static final int SHORTEST_PREFIX_6 = 16;

    /** All from here to the end are private, local or multicast addresses. */
    private static final int END_OF_INTERNET_6 = 0xfc00;

    private static final int PREFIX_OF_END = 6;
    private static final Pattern RANGE = Pattern.compile("\\s*([0-9a-fA-F:.]+)(?:/(\\d{1,3}))?\\s*");

    private AddressRange() {}

    /** The answer whether a range stands for everybody: no where there is none, unknown where it is or makes no sense. */
    public static Answer isEverybody(Value range) {
        if (range.isNull()) {
            return Answer.NO;
        }
        return range.isUnknown()
                ? Answer.UNKNOWN
                : everybody(range.unmarked().toString()).map(Answer::of).orElse(Answer.UNKNOWN);
    }

    /** Tells whether a range stands for everybody; empty where the text is none. */
    static Optional<Boolean> everybody(String text) {
        Matcher range = RANGE.matcher(text);
        if (!range.matches()) {
            return Optional.empty();
        }
        if (range.group(2) == null) {
            return Optional.of(false);
        }
        String address = range.group(1);
        int prefix = Integer.parseInt(range.group(2));
        if (address.contains(":")) {
            return prefix <= 128 ? everybody6(address, prefix) : Optional.empty();
        }
        return prefix <= 32 ? Optional.of(prefix < SHORTEST_PREFIX_4) : Optional.empty();
    }

    private static Optional<Boolean> everybody6(String address, int prefix) {
        String first = address.substring(0, address.indexOf(':'));
        if (first.length() > 4 || first.contains(".")) {
            return Optional.empty();
        }
        int number = first.isEmpty() ? 0 : Integer.parseInt(first, 16);
        boolean elsewhere = number >= END_OF_INTERNET_6 && prefix >= PREFIX_OF_END;
        return Optional.of(prefix < SHORTEST_PREFIX_6 && !elsewhere);
    }
}
