/** Searches for objects that are in no state. */
@NullMarked
package dev.corbel.planner.planning.stray;

import org.jspecify.annotations.NullMarked;
