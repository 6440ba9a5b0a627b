package dev.corbel.planner;

import dev.corbel.planner.plan.ManagedElsewhere;

/**
 * The objects of others that a survey looks for beside those of state.
 *
 * @param attached whether it looks in and on the objects of state
 * @param tagged whether it looks for objects that bear a mark of Corbel
 * @param all whether it looks for all objects of all types
 * @param elsewhere knows the objects that are not looked for
 */
public record SurveyScope(boolean attached, boolean tagged, boolean all, ManagedElsewhere elsewhere) {}
