package dev.corbel.dsl.model;

import dev.corbel.providers.api.address.AddressPattern;
import dev.corbel.providers.api.diagnostic.SourceRange;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A rule that keeps drift from counting for a time.
 *
 * @param scope the addresses that it is about
 * @param attribute that it is about; empty for whole objects
 * @param kinds of drift that it is about; all where there are none
 * @param when what has to be so of a finding, besides; without it the rule is about all
 * @param reason for people
 * @param owner who answers for it
 * @param until the last day on which it holds, in UTC
 */
public record IgnoredDrift(
        AddressPattern scope,
        Optional<String> attribute,
        Set<String> kinds,
        Optional<Condition> when,
        String reason,
        String owner,
        LocalDate until,
        SourceRange range) {
    /** The kinds of drift that a rule can name; without any it is about all of these. */
    public static final List<String> KINDS =
            List.of("changed", "deleted", "recreated", "open", "attached", "orphan", "unmanaged", "unreadable");

    /** The longest time that a rule may hold, in days. */
    public static final int MAX_DAYS = 366;

    /** Code that looks at a finding. */
    @FunctionalInterface
    public interface Condition {
        /** Tells whether it holds; where the code fails or cannot tell, it does not. */
        boolean holds(PolicyCode.View finding);
    }

    public IgnoredDrift {
        kinds = Set.copyOf(kinds);
    }
}
