package dev.corbel.providers.aws.ec2;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The traffic that one rule allows: a protocol, a range of ports and one peer. Two ways to write the same are equal
 * here.
 *
 * @param protocol as EC2 writes it
 * @param from the first port, or the type of ICMP; null where the protocol has none
 * @param to the last port, or the code of ICMP; null where the protocol has none
 * @param peer a range, a prefix list or a security group, which has the account before it where that is another
 * @param description empty where there is none
 */
record SecurityRule(
        String protocol, @Nullable Integer from, @Nullable Integer to, Kind kind, String peer, String description) {

    /** What a peer is; inline rules have an attribute for each. */
    enum Kind {
        IPV4("cidr_blocks"),
        IPV6("ipv6_cidr_blocks"),
        PREFIX_LIST("prefix_list_ids"),
        GROUP("security_groups");

        private final String attribute;

        Kind(String attribute) {
            this.attribute = attribute;
        }

        String attribute() {
            return attribute;
        }
    }

    static SecurityRule of(
            String protocol,
            @Nullable Integer from,
            @Nullable Integer to,
            Kind kind,
            String peer,
            @Nullable String description) {
        String canonical = IpProtocol.canonical(protocol);
        boolean ports = IpProtocol.hasPorts(canonical);
        return new SecurityRule(
                canonical,
                ports ? from : null,
                ports ? to : null,
                kind,
                kind == Kind.IPV6 ? peer.toLowerCase(Locale.ROOT) : peer,
                description == null ? "" : description);
    }

    /** What EC2 takes for the same rule: the description does not count. */
    SecurityRule undescribed() {
        return new SecurityRule(protocol, from, to, kind, peer, "");
    }
}
