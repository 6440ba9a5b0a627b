package dev.corbel.planner.run;

import dev.corbel.planner.apply.ApplyResult;
import dev.corbel.planner.plan.Plan;

/** How a run of apply ended. */
public sealed interface RunResult {

    /** The plan has errors, which it holds; nothing was changed. */
    record Errored(Plan plan) implements RunResult {}

    /** The plan was not approved; nothing was changed. */
    record Declined(Plan plan) implements RunResult {}

    /** The plan was applied, with or without failures. */
    record Applied(Plan plan, ApplyResult result) implements RunResult {}
}
