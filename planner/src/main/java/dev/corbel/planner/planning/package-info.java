/** Makes plans, in stages that hand their results on. */
@NullMarked
package dev.corbel.planner.planning;

import org.jspecify.annotations.NullMarked;
