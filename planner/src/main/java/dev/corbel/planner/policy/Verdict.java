package dev.corbel.planner.policy;

import dev.corbel.planner.plan.PolicyOutcome;
import dev.corbel.planner.session.QuotedSecrets;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.SourceRange;
import java.util.List;
import java.util.Optional;

/**
 * The answer of a policy about one thing, before waivers.
 *
 * @param scope the thing; empty for the environment as a whole
 * @param message a sentence without a full stop: what is wrong, or what could not be told
 * @param attribute that it is about
 * @param hint what to do about it
 * @param isWaivable whether the definition may let it pass
 */
record Verdict(
        PolicyOutcome outcome,
        Optional<Address> scope,
        String message,
        Optional<String> attribute,
        Optional<SourceRange> range,
        Optional<String> hint,
        boolean isWaivable) {

    /** The areas whose data never leaves them. */
    private static final List<String> STRICT = List.of("EU", "US");

    static Verdict passed(PolicySubject subject) {
        return about(subject, PolicyOutcome.PASSED, "", Optional.empty());
    }

    static Verdict failed(PolicySubject subject, String message, String attribute) {
        return about(subject, PolicyOutcome.FAILED, message, Optional.of(attribute));
    }

    /** Waits for a value that the plan will bring. */
    static Verdict waiting(PolicySubject subject, String attribute) {
        return about(
                subject,
                PolicyOutcome.WAITING,
                subject.title() + (attribute.isEmpty() ? "" : "." + attribute) + " is not known yet",
                Optional.of(attribute));
    }

    /** Nobody can tell, now or later. */
    static Verdict undetermined(PolicySubject subject, String message) {
        return about(subject, PolicyOutcome.UNDETERMINED, message, Optional.empty());
    }

    private static Verdict about(
            PolicySubject subject, PolicyOutcome outcome, String message, Optional<String> attribute) {
        Optional<String> named = attribute.filter(name -> !name.isEmpty());
        return new Verdict(
                outcome,
                Optional.of(subject.address()),
                message,
                named,
                named.flatMap(subject::place).or(subject::range),
                Optional.empty(),
                true);
    }

    Verdict withHint(Optional<String> text) {
        return new Verdict(outcome, scope, message, attribute, range, text, isWaivable);
    }

    /** The same without texts that must not be shown. */
    Verdict hiding(QuotedSecrets secrets) {
        return new Verdict(
                outcome, scope, secrets.hide(message), attribute, range, hint.map(secrets::hide), isWaivable);
    }

    /** The same about data of a political area; that of the areas whose data never leaves them is never waived. */
    Verdict ofDataIn(String area) {
        return new Verdict(outcome, scope, message, attribute, range, hint, isWaivable && !STRICT.contains(area));
    }
}
