package dev.corbel.planner.drift;

import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.value.Value;
import java.util.Optional;

/**
 * One difference.
 *
 * @param address of the object of state that it is about, or of the parent that something is attached to; empty for an
 *     object that nothing of state has to do with, and for a rule
 * @param type the type of the object that it is about
 * @param id the provider's; empty where it is not known, or sensitive
 * @param attribute that differs; empty where it is about the whole object
 * @param before as state has it, with marks; null where there is nothing to compare
 * @param after as it is, with marks
 * @param range the place of the definition to look at
 * @param detail more for people, in sentences; may be empty
 * @param policy the id of the policy that does not let it pass; empty of all other kinds
 * @param cause the kind of thing that keeps an object from being read
 * @param ignored the rule or baseline that keeps it from counting
 */
public record Finding(
        DriftKind kind,
        DriftSeverity severity,
        Optional<Address> address,
        String type,
        Optional<String> id,
        Optional<String> attribute,
        Value before,
        Value after,
        Optional<SourceRange> range,
        String detail,
        Optional<String> policy,
        Optional<String> cause,
        Optional<IgnoredBy> ignored) {

    /**
     * A rule or baseline that keeps a finding from counting.
     *
     * @param reason a rule or a baseline
     * @param by its place or file
     * @param explanation that people gave; may be empty
     * @param owner who answers for it; may be empty
     * @param until the last day on which it holds, as {@code 2027-03-31}; empty where there is none
     */
    public record IgnoredBy(SuppressionReason reason, String by, String explanation, String owner, String until) {}

    /** A finding about a whole object or a rule, with nothing to compare and no more to say. */
    public static Finding of(DriftKind kind, DriftSeverity severity, Optional<Address> address, String type) {
        return new Finding(
                kind,
                severity,
                address,
                type,
                Optional.empty(),
                Optional.empty(),
                Value.ofNull(),
                Value.ofNull(),
                Optional.empty(),
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The same about the object of this id. */
    public Finding withId(Optional<String> known) {
        return new Finding(
                kind, severity, address, type, known, attribute, before, after, range, detail, policy, cause, ignored);
    }

    /** The same about an attribute, or with the values of a whole object. */
    public Finding withValues(Optional<String> name, Value stored, Value real) {
        return new Finding(
                kind, severity, address, type, id, name, stored, real, range, detail, policy, cause, ignored);
    }

    /** The same with a place of the definition. */
    public Finding at(Optional<SourceRange> place) {
        return new Finding(
                kind, severity, address, type, id, attribute, before, after, place, detail, policy, cause, ignored);
    }

    /** The same with more for people. */
    public Finding withDetail(String sentences) {
        return new Finding(
                kind, severity, address, type, id, attribute, before, after, range, sentences, policy, cause, ignored);
    }

    /** The same about a policy. */
    public Finding ofPolicy(String id) {
        return new Finding(
                kind,
                severity,
                address,
                type,
                this.id,
                attribute,
                before,
                after,
                range,
                detail,
                Optional.of(id),
                cause,
                ignored);
    }

    /** The same about an object that cannot be read. */
    public Finding because(String reason) {
        return new Finding(
                kind,
                severity,
                address,
                type,
                id,
                attribute,
                before,
                after,
                range,
                detail,
                policy,
                Optional.of(reason),
                ignored);
    }

    /** The same, no longer counting. */
    public Finding ignoredBy(IgnoredBy rule) {
        return new Finding(
                kind,
                severity,
                address,
                type,
                id,
                attribute,
                before,
                after,
                range,
                detail,
                policy,
                cause,
                Optional.of(rule));
    }

    /** Tells whether it is drift of at least this weight. */
    public boolean counts(DriftSeverity least) {
        return ignored.isEmpty() && kind != DriftKind.UNREADABLE && severity.compareTo(least) >= 0;
    }
}
