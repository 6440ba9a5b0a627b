/** Holds plans to policies: those that are built in, and the project's own. */
@NullMarked
package dev.corbel.planner.policy;

import org.jspecify.annotations.NullMarked;
