/** Plans data sources: looks them up at once, or while applying. */
@NullMarked
package dev.corbel.planner.planning.data;

import org.jspecify.annotations.NullMarked;
