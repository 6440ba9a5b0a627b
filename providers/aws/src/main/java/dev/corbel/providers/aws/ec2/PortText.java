package dev.corbel.providers.aws.ec2;

import dev.corbel.providers.api.value.Value;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The ports of a rule, in words. */
final class PortText {
    /** The words for ports that must not be shown. */
    static final String HIDDEN = "ports that are not shown";

    private PortText() {}

    /** The ports as a rule's attributes tell them, which may not be known yet. */
    static String of(Value protocol, Value from, Value to) {
        if (Stream.of(protocol, from, to).anyMatch(Value::containsSensitive)) {
            return HIDDEN;
        }
        return protocol.isUnknown() || from.isUnknown() || to.isUnknown()
                ? "ports that are not known yet"
                : of(text(protocol), text(from), text(to));
    }

    private static @Nullable String text(Value value) {
        return value.isNull() ? null : value.toString();
    }

    /**
     * The ports.
     *
     * @param protocol null for all
     * @param from null where there are none
     * @param to null where there are none
     */
    static String of(@Nullable String protocol, @Nullable Object from, @Nullable Object to) {
        String canonical = protocol == null ? IpProtocol.ALL : IpProtocol.canonical(protocol);
        if (!IpProtocol.hasPorts(canonical) || canonical.startsWith("icmp") || from == null || to == null) {
            return canonical.equals(IpProtocol.ALL) ? "all ports" : "protocol " + canonical;
        }
        return from.equals(to) ? "port " + from : "ports " + from + " to " + to;
    }
}
