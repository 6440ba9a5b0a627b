/** Compares definition, state and reality, and says what differs and how much that matters. */
@NullMarked
package dev.corbel.planner.drift;

import org.jspecify.annotations.NullMarked;
