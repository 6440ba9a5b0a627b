package dev.corbel.emulators.arm;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A range of addresses.
 *
 * @param first the first address as a number
 * @param bits the size of an address: 32 or 128
 * @param prefix the number of leading bits that all have in common
 */
record Cidr(BigInteger first, int bits, int prefix) {
    private static final Pattern TEXT = Pattern.compile("([0-9a-fA-F.:]+)/(\\d{1,3})");

    /** Reads a range such as 10.0.0.0/16; empty where it is none, or where bits behind the prefix are set. */
    static Optional<Cidr> parse(String text) {
        var matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            byte[] address = InetAddress.getByName(matcher.group(1)).getAddress();
            int bits = address.length * 8;
            int prefix = Integer.parseInt(matcher.group(2));
            BigInteger first = new BigInteger(1, address);
            return prefix <= bits && (first.signum() == 0 || first.getLowestSetBit() >= bits - prefix)
                    ? Optional.of(new Cidr(first, bits, prefix))
                    : Optional.empty();
        } catch (UnknownHostException noAddress) {
            return Optional.empty();
        }
    }

    boolean contains(Cidr other) {
        return bits == other.bits
                && prefix <= other.prefix
                && first.shiftRight(bits - prefix).equals(other.first.shiftRight(bits - prefix));
    }

    boolean overlaps(Cidr other) {
        return contains(other) || other.contains(this);
    }

    /** The address at a distance from the first. */
    String address(int distance) {
        byte[] raw = first.add(BigInteger.valueOf(distance)).toByteArray();
        byte[] address = new byte[bits / 8];
        int length = Math.min(raw.length, address.length);
        System.arraycopy(raw, raw.length - length, address, address.length - length, length);
        try {
            return InetAddress.getByAddress(address).getHostAddress();
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(Arrays.toString(address), impossible);
        }
    }
}
