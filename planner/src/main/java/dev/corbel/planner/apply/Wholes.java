package dev.corbel.planner.apply;

import dev.corbel.planner.plan.Action;
import dev.corbel.planner.plan.Plan;
import dev.corbel.planner.plan.ResourceChange;
import dev.corbel.providers.api.ResourceType;
import dev.corbel.providers.api.ResourceType.Whole;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.state.model.StateObject;
import java.util.HashSet;
import java.util.Set;

/**
 * The objects that a plan ends and that take their parts along. A part is not taken off first: should its whole stay after all,
 * because it cannot be deleted, it stays as it was.
 */
final class Wholes {
    private final Set<Whole> ending = new HashSet<>();

    Wholes(Plan plan) {
        for (ResourceChange change : plan.changes()) {
            if ((change.action() == Action.DELETE || change.action().isReplacement())
                    && change.before().fullyUnmarked() instanceof MapValue object) {
                String type = change.address().last().type();
                object.text("id").ifPresent(id -> ending.add(new Whole(type, id)));
            }
        }
    }

    /** Tells whether the object goes with another one that the plan ends. */
    boolean takeAlong(ResourceType type, StateObject object) {
        return type.whole(object.attributes().fullyUnmarked())
                .filter(ending::contains)
                .isPresent();
    }
}
