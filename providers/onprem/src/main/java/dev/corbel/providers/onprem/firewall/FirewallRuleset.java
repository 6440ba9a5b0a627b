package dev.corbel.providers.onprem.firewall;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A table as {@code nft list table} prints it, as far as Corbel writes such ones.
 *
 * @param policy of what no rule is about
 * @param sshPorts that are let in whatever the rules say
 * @param rules by their names
 */
record FirewallRuleset(String policy, SortedSet<Integer> sshPorts, Map<String, FirewallRule> rules) {
    /** The comment of the rule that lets SSH in. */
    static final String SSH = "corbel-ssh";

    private static final Pattern POLICY = Pattern.compile("hook input priority [^;]*; policy (\\w+);");
    private static final Pattern COMMENT = Pattern.compile(" comment \"([^\"]*)\"$");

    /** Reads it; empty where it has no chain of incoming packets. */
    static Optional<FirewallRuleset> of(String text) {
        Matcher policy = POLICY.matcher(text);
        if (!policy.find()) {
            return Optional.empty();
        }
        TreeSet<Integer> ssh = new TreeSet<>();
        Map<String, FirewallRule> rules = new HashMap<>();
        text.lines().map(String::strip).forEach(line -> {
            Matcher comment = COMMENT.matcher(line);
            if (!comment.find()) {
                return;
            }
            String rule = line.substring(0, comment.start());
            if (comment.group(1).equals(SSH)) {
                ssh.addAll(FirewallRule.parse(rule).ports());
            } else if (comment.group(1).startsWith(FirewallRule.MARK)) {
                rules.merge(
                        comment.group(1).substring(FirewallRule.MARK.length()),
                        FirewallRule.parse(rule),
                        FirewallRule::with);
            }
        });
        return Optional.of(new FirewallRuleset(policy.group(1), ssh, rules));
    }

    /** The members of a set such as { 80, 443 }, or the one that stands without braces. */
    static List<String> members(String set) {
        List<String> members = new ArrayList<>();
        for (String member : set.replaceAll("[{}]", " ").split(",", -1)) {
            if (!member.isBlank()) {
                members.add(member.strip());
            }
        }
        return members;
    }
}
