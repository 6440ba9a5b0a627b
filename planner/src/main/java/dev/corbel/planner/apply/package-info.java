/** Carries a plan out: interprets its operations and records what came of them. */
@NullMarked
package dev.corbel.planner.apply;

import org.jspecify.annotations.NullMarked;
