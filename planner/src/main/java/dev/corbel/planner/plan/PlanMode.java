package dev.corbel.planner.plan;

/** What a plan is for: to reach the definition, to delete everything, or to bring state up to date alone. */
public enum PlanMode {
    NORMAL,
    DESTROY,
    REFRESH_ONLY
}
