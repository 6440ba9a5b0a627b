package dev.corbel.cli.render;

import dev.corbel.planner.plan.Plan;
import java.util.Optional;

/**
 * A plan to be shown.
 *
 * @param outline what a saved plan says of its definition, whose code is not run to show it; empty for a plan that was just
 *     made and has its definition at hand
 */
public record ShownPlan(Plan plan, Optional<String> outline) {

    /** A plan that was just made. */
    public static ShownPlan of(Plan plan) {
        return new ShownPlan(plan, Optional.empty());
    }
}
