/** Brings state up to date with reality before anything is planned from it. */
@NullMarked
package dev.corbel.planner.planning.refresh;

import org.jspecify.annotations.NullMarked;
