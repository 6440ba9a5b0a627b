package dev.corbel.providers.onprem.firewall;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A rule for packets that come in.
 *
 * @param protocol {@code tcp} or {@code udp}
 * @param from addresses and networks; empty for all
 * @param action {@code accept}, {@code drop} or {@code reject}
 */
record FirewallRule(String protocol, SortedSet<Integer> ports, SortedSet<String> from, String action) {
    /** The beginning of the comment of a rule. */
    static final String MARK = "corbel:";

    private static final Pattern SOURCE = Pattern.compile("\\bip6? saddr (\\{[^}]*\\}|\\S+)");
    private static final Pattern PORTS = Pattern.compile("\\b(tcp|udp) dport (\\{[^}]*\\}|\\S+)");
    private static final Pattern ACTION = Pattern.compile("\\b(accept|drop|reject)\\b");

    static FirewallRule of(String protocol, Collection<Integer> ports, Collection<String> from, String action) {
        return new FirewallRule(protocol, new TreeSet<>(ports), new TreeSet<>(from), action);
    }

    /** Reads a line without its comment. */
    static FirewallRule parse(String line) {
        SortedSet<String> from = new TreeSet<>();
        Matcher source = SOURCE.matcher(line);
        while (source.find()) {
            from.addAll(FirewallRuleset.members(source.group(1)));
        }
        Matcher port = PORTS.matcher(line);
        SortedSet<Integer> ports = new TreeSet<>();
        String protocol = "";
        if (port.find()) {
            protocol = port.group(1);
            FirewallRuleset.members(port.group(2)).stream()
                    .filter(member -> member.matches("\\d{1,5}"))
                    .forEach(member -> ports.add(Integer.valueOf(member)));
        }
        Matcher action = ACTION.matcher(line);
        return new FirewallRule(protocol, ports, from, action.find() ? action.group(1) : "");
    }

    /** The rule with the sources of another line of the same name. */
    FirewallRule with(FirewallRule other) {
        SortedSet<String> all = new TreeSet<>(from);
        all.addAll(other.from);
        return new FirewallRule(protocol, ports, all, action);
    }

    /** The lines of it: one for each version of addresses. */
    List<String> lines(String name) {
        String rest = "%s dport { %s } %s comment \"%s%s\""
                .formatted(
                        protocol,
                        String.join(", ", ports.stream().map(String::valueOf).toList()),
                        action,
                        MARK,
                        name);
        if (from.isEmpty()) {
            return List.of(rest);
        }
        List<String> lines = new ArrayList<>();
        sources("ip", from.stream().filter(address -> !address.contains(":")).toList(), rest, lines);
        sources("ip6", from.stream().filter(address -> address.contains(":")).toList(), rest, lines);
        return lines;
    }

    private static void sources(String version, List<String> addresses, String rest, List<String> lines) {
        if (!addresses.isEmpty()) {
            lines.add("%s saddr { %s } %s".formatted(version, String.join(", ", addresses), rest));
        }
    }
}
