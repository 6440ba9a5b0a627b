package dev.corbel.providers.aws.ec2;

import dev.corbel.providers.api.schema.NormalForm;
import dev.corbel.providers.api.schema.Validation;
import dev.corbel.providers.api.value.StringValue;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ranges of addresses, such as 10.0.0.0/16. */
final class Cidr {
    private static final Pattern FORM_4 = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,3}){3})/(\\d{1,2})");
    private static final Pattern FORM_6 = Pattern.compile("([0-9a-fA-F:]*:[0-9a-fA-F:.]*)/(\\d{1,3})");

    /** The value is an IPv4 range whose address is the first one of the range. */
    static final Validation IPV4 = value ->
            value instanceof StringValue text ? problem(text.value(), FORM_4, 32, "10.0.0.0/16") : Optional.empty();

    /** The value is an IPv6 range whose address is the first one of the range. */
    static final Validation IPV6 = value ->
            value instanceof StringValue text ? problem(text.value(), FORM_6, 128, "2001:db8::/64") : Optional.empty();

    static final NormalForm FORM = NormalForm.ofTexts(Cidr::canonical);

    private Cidr() {}

    /** The same text for all ways to write a range; what is no range stays as it is. */
    static String canonical(String range) {
        for (Pattern form : new Pattern[] {FORM_4, FORM_6}) {
            Matcher match = form.matcher(range);
            if (match.matches()) {
                try {
                    return InetAddress.getByName(match.group(1)).getHostAddress() + "/"
                            + Integer.parseInt(match.group(2));
                } catch (UnknownHostException notAnAddress) {
                    return range;
                }
            }
        }
        return range;
    }

    private static Optional<String> problem(String text, Pattern pattern, int bits, String example) {
        var match = pattern.matcher(text);
        if (!match.matches() || Integer.parseInt(match.group(2)) > bits) {
            return Optional.of("must be a range such as " + example);
        }
        try {
            byte[] address = InetAddress.getByName(match.group(1)).getAddress();
            int host = bits - Integer.parseInt(match.group(2));
            BigInteger number = new BigInteger(1, address);
            BigInteger first = number.shiftRight(host).shiftLeft(host);
            return number.equals(first)
                    ? Optional.empty()
                    : Optional.of("must begin with the first address of its range: " + written(first, bits) + "/"
                            + match.group(2));
        } catch (UnknownHostException notAnAddress) {
            return Optional.of("must be a range such as " + example);
        }
    }

    private static String written(BigInteger address, int bits) throws UnknownHostException {
        byte[] bytes = new byte[bits / 8];
        byte[] number = address.toByteArray();
        int length = Math.min(number.length, bytes.length);
        System.arraycopy(number, number.length - length, bytes, bytes.length - length, length);
        return InetAddress.getByAddress(bytes).getHostAddress();
    }
}
