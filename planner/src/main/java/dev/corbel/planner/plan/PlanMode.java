package dev.corbel.planner.plan;

/** The purpose of a plan: to reach the definition, to delete everything, or to bring state up to date alone. */
public enum PlanMode {
    NORMAL,
    DESTROY,
    REFRESH_ONLY
}
