/** Running an environment, without a terminal: the one place that puts definition, state, planner and providers together. */
@NullMarked
package dev.corbel.engine;

import org.jspecify.annotations.NullMarked;
