package dev.corbel.planner.plan;

import java.util.List;

/**
 * A look at definition, state and reality that nothing is going to be applied of.
 *
 * @param plan with everything that reading found, and with objects that could not be read as state has them
 * @param attached what else is in or on the objects of state
 * @param strays what else there is
 * @param recreated the objects of state whose place another one took
 */
public record Survey(Plan plan, List<AttachedObjects> attached, StrayObjects strays, List<RecreatedObject> recreated) {
    public Survey {
        recreated = List.copyOf(recreated);
        attached = List.copyOf(attached);
    }
}
