package dev.corbel.planner.planning.draft;

import dev.corbel.planner.plan.PlanMode;
import dev.corbel.planner.prior.Moves;
import dev.corbel.planner.prior.PriorState;
import dev.corbel.providers.api.address.Address;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * State after the moves of a definition: the first result of planning, on which all others build.
 *
 * @param prior brought further up to date by reading, adoption and what is recorded beside the attributes
 * @param from where objects stood before they were moved, by where they stand now
 */
public record Moved(PriorState prior, Map<Address, Address> from) {
    public Moved {
        from = Map.copyOf(from);
    }

    /** Carries out the moves. A destroy takes no declaration for a reason to leave an object where it is. */
    public static Moved of(PlanContext context, PlanProblems problems) {
        PriorState prior = new PriorState(context.request().state());
        Predicate<Address> declared = context.mode() == PlanMode.DESTROY ? address -> false : context.graph()::contains;
        return new Moved(prior, Moves.apply(context.definition().moves(), prior, declared, problems.diagnostics()));
    }

    /** The address at which the object of an address stood before; empty where it was not moved. */
    public Optional<Address> previous(Address address) {
        return Optional.ofNullable(from.get(address));
    }
}
