package dev.corbel.dsl.function;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A range of IPv4 addresses.
 *
 * @param first its first address
 * @param bits how many leading bits all its addresses share
 */
record CidrBlock(long first, int bits) {
    private static final int WIDTH = 32;
    private static final Pattern FORM = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})/(\\d{1,2})");

    /** Reads {@code 10.0.0.0/16}; an {@link IllegalArgumentException} with a sentence where it is none. */
    static CidrBlock of(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("\"" + text + "\" is no range of IPv4 addresses such as 10.0.0.0/16");
        }
        long address = 0;
        for (int group = 1; group <= 4; group++) {
            address = address << 8 | limited(form.group(group), 255, text);
        }
        int bits = limited(form.group(5), WIDTH, text);
        return new CidrBlock(address >>> (WIDTH - bits) << (WIDTH - bits), bits);
    }

    private static int limited(String number, int maximum, String text) {
        int value = Integer.parseInt(number);
        if (value > maximum) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is no range of IPv4 addresses: " + value + " is too much");
        }
        return value;
    }

    /** The part of this number when the range is cut into 2 to the power of {@code more} parts. */
    CidrBlock part(int more, int number) {
        if (more < 0 || bits + more > WIDTH) {
            throw new IllegalArgumentException(this + " cannot be extended by " + more + " bits");
        }
        if (number < 0 || number >= 1L << more) {
            throw new IllegalArgumentException(this + " has no part " + number + " of " + (1L << more));
        }
        int length = bits + more;
        return new CidrBlock(first + ((long) number << (WIDTH - length)), length);
    }

    @Override
    public String toString() {
        List<String> bytes = new ArrayList<>();
        for (int shift = 24; shift >= 0; shift -= 8) {
            bytes.add(String.valueOf(first >> shift & 255));
        }
        return String.join(".", bytes) + "/" + bits;
    }
}
