package dev.corbel.cli.drift;

import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.address.AddressParser;
import dev.corbel.providers.api.address.Step;
import java.util.ArrayList;
import java.util.List;

/** Reads the addresses of reports, which do not say of which kind the components are. */
final class WrittenAddress {
    private static final String ANY_KIND = "component";

    private WrittenAddress() {}

    /** An address with this very text, and with the same steps as far as the text has them. */
    static Address read(String text) {
        List<String> parts = split(text);
        List<Step> steps = new ArrayList<>();
        for (String part : parts.subList(0, parts.size() - 1)) {
            steps.add(new Step(ANY_KIND, part, null));
        }
        String last = parts.get(parts.size() - 1);
        steps.add(AddressParser.parse(last)
                .filter(address -> address.toString().equals(last))
                .map(Address::last)
                .orElseGet(() -> new Step(ANY_KIND, last, null)));
        return new Address(steps);
    }

    /** The parts between slashes that are not in the quotes of a key. */
    private static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == '/' && !quoted) {
                parts.add(text.substring(from, i));
                from = i + 1;
            }
        }
        parts.add(text.substring(from));
        return parts;
    }
}
