package dev.corbel.planner.plan;

import dev.corbel.dsl.model.Waiver;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.SourceRange;
import java.util.Optional;

/**
 * The result of a policy at one thing.
 *
 * @param policy the id of it
 * @param isMandatory whether it refuses a plan, or only advises
 * @param scope the thing; empty for the environment as a whole
 * @param message a sentence without a full stop; empty where it passed
 * @param attribute that it is about
 * @param hint what to do about it
 * @param waiver that lets it fail; where it failed all the same, one that is over or that cannot hold
 */
public record PolicyResult(
        String policy,
        PolicyOutcome outcome,
        boolean isMandatory,
        Optional<Address> scope,
        String message,
        Optional<String> attribute,
        Optional<SourceRange> range,
        Optional<String> hint,
        Optional<Waiver> waiver) {

    /** Tells whether a plan with it is refused. */
    public boolean isRefusal() {
        return isMandatory && isBad();
    }

    /** Tells whether it fails and refuses nothing. */
    public boolean isAdvice() {
        return !isMandatory && isBad();
    }

    private boolean isBad() {
        return outcome == PolicyOutcome.FAILED || outcome == PolicyOutcome.UNDETERMINED;
    }
}
