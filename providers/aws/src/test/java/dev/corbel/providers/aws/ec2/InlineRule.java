package dev.corbel.providers.aws.ec2;

import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.conformance.Values;

/** Writes inline rules of security groups with all their attributes. */
final class InlineRule {
    private InlineRule() {}

    /** A rule without peers, as Terraform writes it. */
    static MapValue tcp(int port) {
        return Values.map(
                "protocol",
                "tcp",
                "from_port",
                port,
                "to_port",
                port,
                "description",
                "",
                "cidr_blocks",
                ListValue.EMPTY,
                "ipv6_cidr_blocks",
                ListValue.EMPTY,
                "prefix_list_ids",
                ListValue.EMPTY,
                "security_groups",
                ListValue.EMPTY,
                "self",
                false);
    }

    static MapValue tcp(int port, String... ranges) {
        return tcp(port).with("cidr_blocks", texts(ranges));
    }

    static MapValue everything() {
        return tcp(0, "0.0.0.0/0").with("protocol", Value.of("-1"));
    }

    static Value texts(String... texts) {
        return Value.list(java.util.Arrays.stream(texts).map(Value::of).toList());
    }
}
