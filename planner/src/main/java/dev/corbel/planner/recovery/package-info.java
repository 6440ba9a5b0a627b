/** Finds out the results of calls that a killed run had begun. */
@NullMarked
package dev.corbel.planner.recovery;

import org.jspecify.annotations.NullMarked;
