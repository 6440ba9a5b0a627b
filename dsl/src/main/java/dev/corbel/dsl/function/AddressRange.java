package dev.corbel.dsl.function;

import dev.corbel.dsl.function.Arguments.WrongArgumentException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A range of IPv4 or IPv6 addresses.
 *
 * @param first its first address
 * @param bits how many leading bits all its addresses share
 * @param width 32 or 128
 */
record AddressRange(BigInteger first, int bits, int width) {
    private static final int V4 = 32;
    private static final int V6 = 128;
    private static final int GROUPS = 8;
    private static final Pattern FORM = Pattern.compile("([0-9A-Fa-f:.]{2,45})/(\\d{1,3})");
    private static final Pattern BYTES = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})");

    /** Reads {@code 10.0.0.0/16} or {@code fd00::/48}. */
    static AddressRange of(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw none(text, "");
        }
        boolean v6 = form.group(1).indexOf(':') >= 0;
        int width = v6 ? V6 : V4;
        BigInteger address = v6 ? v6(form.group(1), text) : BigInteger.valueOf(v4(form.group(1), text));
        int bits = Integer.parseInt(form.group(2));
        if (bits > width) {
            throw none(text, ": " + bits + " is too much");
        }
        return new AddressRange(cut(address, width - bits), bits, width);
    }

    private static WrongArgumentException none(String text, String why) {
        return new WrongArgumentException(
                "\"" + text + "\" is no range of addresses" + (why.isEmpty() ? " such as 10.0.0.0/16" : why));
    }

    private static long v4(String address, String text) {
        Matcher form = BYTES.matcher(address);
        if (!form.matches()) {
            throw none(text, "");
        }
        long value = 0;
        for (int group = 1; group <= 4; group++) {
            int part = Integer.parseInt(form.group(group));
            if (part > 255) {
                throw none(text, ": " + part + " is too much");
            }
            value = value << 8 | part;
        }
        return value;
    }

    private static BigInteger v6(String address, String text) {
        int gap = address.indexOf("::");
        if (gap != address.lastIndexOf("::")) {
            throw none(text, "");
        }
        List<Integer> groups = groups(gap < 0 ? address : address.substring(0, gap), text);
        if (gap >= 0) {
            List<Integer> after = groups(address.substring(gap + 2), text);
            if (groups.size() + after.size() >= GROUPS) {
                throw none(text, "");
            }
            while (groups.size() + after.size() < GROUPS) {
                groups.add(0);
            }
            groups.addAll(after);
        }
        if (groups.size() != GROUPS) {
            throw none(text, "");
        }
        BigInteger value = BigInteger.ZERO;
        for (int group : groups) {
            value = value.shiftLeft(16).or(BigInteger.valueOf(group));
        }
        return value;
    }

    private static List<Integer> groups(String part, String text) {
        List<Integer> groups = new ArrayList<>();
        if (part.isEmpty()) {
            return groups;
        }
        for (String group : part.split(":", -1)) {
            if (group.indexOf('.') >= 0) {
                long last = v4(group, text);
                groups.add((int) (last >> 16));
                groups.add((int) (last & 0xffff));
            } else if (group.matches("[0-9A-Fa-f]{1,4}")) {
                groups.add(Integer.parseInt(group, 16));
            } else {
                throw none(text, "");
            }
        }
        return groups;
    }

    private static BigInteger cut(BigInteger address, int bits) {
        return address.shiftRight(bits).shiftLeft(bits);
    }

    boolean isV4() {
        return width == V4;
    }

    private BigInteger size() {
        return BigInteger.ONE.shiftLeft(width - bits);
    }

    private BigInteger last() {
        return first.add(size()).subtract(BigInteger.ONE);
    }

    /** The part of this number when the range is cut into 2 to the power of {@code more} parts. */
    AddressRange part(int more, BigInteger number) {
        int length = bits + more;
        if (more < 0 || length > width) {
            throw new WrongArgumentException(this + " cannot be extended by " + more + " bits");
        }
        BigInteger parts = BigInteger.ONE.shiftLeft(more);
        if (number.signum() < 0 || number.compareTo(parts) >= 0) {
            throw new WrongArgumentException(this + " has no part " + number + " of " + parts);
        }
        return new AddressRange(first.add(number.shiftLeft(width - length)), length, width);
    }

    /** Parts of this, one after the other, each as near to the one before as its length allows. */
    List<AddressRange> parts(List<Integer> lengths) {
        List<AddressRange> parts = new ArrayList<>();
        BigInteger before = first.subtract(BigInteger.ONE);
        for (int more : lengths) {
            int length = bits + more;
            if (more < 1 || length > width) {
                throw new WrongArgumentException(this + " cannot be extended by " + more + " bits");
            }
            int rest = width - length;
            BigInteger start = before.shiftRight(rest).add(BigInteger.ONE).shiftLeft(rest);
            AddressRange part = new AddressRange(start, length, width);
            if (part.last().compareTo(last()) > 0) {
                throw new WrongArgumentException(this + " has no room for a range of " + length + " bits"
                        + (parts.isEmpty() ? "" : " after " + parts.get(parts.size() - 1)));
            }
            parts.add(part);
            before = part.last();
        }
        return parts;
    }

    /** The address of this number, from the end where it is negative. */
    String address(BigInteger number) {
        BigInteger position = number.signum() < 0 ? size().add(number) : number;
        if (position.signum() < 0 || position.compareTo(size()) >= 0) {
            throw new WrongArgumentException(this + " has no address " + number);
        }
        return text(first.add(position), width);
    }

    String mask() {
        return text(cut(BigInteger.ONE.shiftLeft(width).subtract(BigInteger.ONE), width - bits), width);
    }

    private static String text(BigInteger address, int width) {
        return width == V4 ? v4Text(address.longValue()) : v6Text(address);
    }

    private static String v4Text(long address) {
        List<String> bytes = new ArrayList<>();
        for (int shift = 24; shift >= 0; shift -= 8) {
            bytes.add(String.valueOf(address >> shift & 255));
        }
        return String.join(".", bytes);
    }

    /** As RFC 5952 has it: the first of the longest gaps of zeros is left out. */
    private static String v6Text(BigInteger address) {
        int[] groups = new int[GROUPS];
        for (int i = 0; i < GROUPS; i++) {
            groups[i] = address.shiftRight(16 * (GROUPS - 1 - i)).intValue() & 0xffff;
        }
        int start = -1;
        int longest = 1;
        for (int i = 0; i < GROUPS; i++) {
            int end = i;
            while (end < GROUPS && groups[end] == 0) {
                end++;
            }
            if (end - i > longest) {
                start = i;
                longest = end - i;
            }
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < GROUPS; i++) {
            if (i == start) {
                text.append("::");
                i += longest - 1;
            } else {
                text.append(text.isEmpty() || text.charAt(text.length() - 1) == ':' ? "" : ":")
                        .append(Integer.toHexString(groups[i]));
            }
        }
        return text.toString();
    }

    @Override
    public String toString() {
        return text(first, width) + "/" + bits;
    }
}
