/** The part of an environment that a plan is about, as the options of its request name it. */
@NullMarked
package dev.corbel.planner.planning.selection;

import org.jspecify.annotations.NullMarked;
