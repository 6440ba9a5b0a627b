package dev.corbel.dsl.function;

import dev.corbel.providers.api.value.Value;
import java.util.ArrayList;
import java.util.List;

/** Functions of ranges of addresses. */
final class Cidr {
    private Cidr() {}

    static Value subnet(Arguments given) {
        AddressRange range = AddressRange.of(given.text(0));
        return Value.of(range.part(given.whole(1, -1, 128), given.whole(2)).toString());
    }

    static Value subnets(Arguments given) {
        AddressRange range = AddressRange.of(given.text(0));
        List<Integer> lengths = new ArrayList<>();
        for (int i = 1; i < given.size(); i++) {
            lengths.add(given.whole(i, 1, 32));
        }
        return Value.list(range.parts(lengths).stream()
                .map(part -> Value.of(part.toString()))
                .toList());
    }

    static Value host(Arguments given) {
        return Value.of(AddressRange.of(given.text(0)).address(given.whole(1)));
    }

    static Value netmask(Arguments given) {
        AddressRange range = AddressRange.of(given.text(0));
        if (!range.isV4()) {
            throw given.wrong(0, "must be a range of IPv4, since IPv6 writes no masks, but is " + range);
        }
        return Value.of(range.mask());
    }
}
