/** Makes a plan from definition, state and reality, and carries it out. */
@NullMarked
package dev.corbel.planner;

import org.jspecify.annotations.NullMarked;
