/** Fakes, builders and a rendering of plans, for tests. */
@NullMarked
package dev.corbel.planner.testing;

import org.jspecify.annotations.NullMarked;
