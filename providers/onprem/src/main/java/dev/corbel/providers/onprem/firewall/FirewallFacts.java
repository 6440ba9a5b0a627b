package dev.corbel.providers.onprem.firewall;

import dev.corbel.providers.api.ReadableType.ReadRequest;
import dev.corbel.providers.api.schema.Validation;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.NumberValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.onprem.host.Facts;
import dev.corbel.providers.onprem.host.ShellText;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** The tables of a host, each listed once. */
final class FirewallFacts {
    static final Validation NAME =
            Validation.matching("[a-z][a-z0-9_]{0,20}", "small letters, digits and _, 21 characters at most");

    private static final String LIST = """
            command -v nft > /dev/null || exit 0
            tables=$(nft list tables inet) || exit 1
            for firewall in NAMES; do
                case "
            $tables
            " in *"
            table inet corbel_$firewall
            "*) fact 0 "table $firewall" "$(nft -n list table inet "corbel_$firewall")" ;;
                esac
            done
            """;

    private FirewallFacts() {}

    static String fragment(List<ReadRequest> requests, String attribute) {
        TreeSet<String> names = new TreeSet<>();
        requests.forEach(request ->
                names.add(request.prior().attributes().text(attribute).orElseThrow()));
        return LIST.replace("NAMES", ShellText.quoteAll(names));
    }

    /** A table; empty where there is none. */
    static Optional<FirewallRuleset> ruleset(Facts facts, String firewall) {
        return facts.text(0, "table " + firewall).flatMap(FirewallRuleset::of);
    }

    /** The whole numbers of a set. */
    static SortedSet<Integer> numbers(Value set) {
        SortedSet<Integer> numbers = new TreeSet<>();
        if (set.fullyUnmarked() instanceof ListValue list) {
            for (Value element : list.elements()) {
                if (element instanceof NumberValue number) {
                    numbers.add(number.value().intValueExact());
                }
            }
        }
        return numbers;
    }
}
