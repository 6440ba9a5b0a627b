package dev.corbel.planner.plan;

import java.util.List;

/**
 * A look at definition, state and reality that nothing is going to be applied of.
 *
 * @param plan with everything that reading found, and with objects that could not be read as state has them
 * @param attached what else is in or on the objects of state
 */
public record Survey(Plan plan, List<AttachedObjects> attached) {
    public Survey {
        attached = List.copyOf(attached);
    }
}
