package dev.corbel.providers.aws.ec2;

import dev.corbel.providers.api.schema.NormalForm;
import dev.corbel.providers.api.schema.Validation;
import java.util.Locale;
import java.util.Set;

/** Protocols of rules, which have names and numbers. */
final class IpProtocol {
    static final String ALL = "-1";

    static final Validation VALID = Validation.matching(
            "(?i:tcp|udp|icmp|icmpv6|all)|-1|[01]?\\d?\\d|2[0-4]\\d|25[0-5]",
            "tcp, udp, icmp, icmpv6, the number of a protocol, or -1 for all");

    static final NormalForm FORM = NormalForm.ofTexts(IpProtocol::canonical);

    private static final Set<String> WITH_PORTS = Set.of("tcp", "udp", "icmp", "icmpv6");

    private IpProtocol() {}

    /** The one way in which EC2 writes a protocol. */
    static String canonical(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return switch (lower) {
            case "all" -> ALL;
            case "1" -> "icmp";
            case "6" -> "tcp";
            case "17" -> "udp";
            case "58" -> "icmpv6";
            default -> lower;
        };
    }

    /** Whether rules of a protocol, as EC2 writes it, have ports; those of ICMP are types and codes. */
    static boolean hasPorts(String canonical) {
        return WITH_PORTS.contains(canonical);
    }
}
