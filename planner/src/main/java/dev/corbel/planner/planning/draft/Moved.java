package dev.corbel.planner.planning.draft;

import dev.corbel.planner.plan.PlanMode;
import dev.corbel.planner.prior.MoveTargets;
import dev.corbel.planner.prior.Moves;
import dev.corbel.planner.prior.PriorState;
import dev.corbel.planner.prior.UnusedRemovals;
import dev.corbel.providers.api.address.Address;
import java.util.List;
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

    /**
     * Carries out the moves, and warns of removals that name nothing. A destroy takes no declaration for a reason to leave
     * an object where it is, and refuses no move, since it deletes the object wherever it stands.
     */
    public static Moved of(PlanContext context, PlanProblems problems) {
        PriorState prior = new PriorState(context.request().state());
        boolean destroys = context.mode() == PlanMode.DESTROY;
        Predicate<Address> declared = destroys ? address -> false : context.graph()::contains;
        Optional<MoveTargets> targets =
                destroys ? Optional.empty() : Optional.of(new MoveTargets(context.definition()));
        Map<Address, Address> from =
                Moves.apply(context.definition().moves(), prior, declared, targets, problems.diagnostics());
        targets.ifPresent(judged -> judged.refused().forEach(address -> problems.fail(address, List.of())));
        if (!destroys) {
            problems.addAll(UnusedRemovals.of(context.definition().removals(), prior, declared));
        }
        return new Moved(prior, from);
    }

    /** The address at which the object of an address stood before; empty where it was not moved. */
    public Optional<Address> previous(Address address) {
        return Optional.ofNullable(from.get(address));
    }
}
