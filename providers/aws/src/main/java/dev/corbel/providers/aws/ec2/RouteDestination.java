package dev.corbel.providers.aws.ec2;

import dev.corbel.providers.api.value.MapValue;
import java.util.List;
import java.util.Optional;

/**
 * The destination of a route: a range, or a list of ranges.
 *
 * @param kind its place among {@link RouteNames#ROUTE_DESTINATIONS}
 * @param text as the definition or EC2 writes it
 */
record RouteDestination(int kind, String text) {
    private static final int IPV4 = 0;
    private static final int IPV6 = 1;
    private static final int PREFIX_LIST = 2;

    /** From what import ids contain. */
    static RouteDestination parse(String text) {
        if (text.startsWith("pl-")) {
            return new RouteDestination(PREFIX_LIST, text);
        }
        return new RouteDestination(text.contains(":") ? IPV6 : IPV4, text);
    }

    /** The first of these attributes that says one. */
    static Optional<RouteDestination> of(MapValue attributes, List<String> names) {
        for (int kind = 0; kind < names.size(); kind++) {
            Optional<String> text = attributes.text(names.get(kind));
            if (text.isPresent()) {
                return Optional.of(new RouteDestination(kind, text.get()));
            }
        }
        return Optional.empty();
    }

    /** The same for all ways to write the same range. */
    String key() {
        return kind == PREFIX_LIST ? text : Cidr.canonical(text);
    }

    boolean isSameAs(RouteDestination other) {
        return key().equals(other.key());
    }

    String ipv4() {
        return kind == IPV4 ? text : "";
    }

    String ipv6() {
        return kind == IPV6 ? text : "";
    }

    String prefixList() {
        return kind == PREFIX_LIST ? text : "";
    }
}
