/** The parts that the stages of planning share: the request, drafts of changes, conditions, problems. */
@NullMarked
package dev.corbel.planner.planning.draft;

import org.jspecify.annotations.NullMarked;
