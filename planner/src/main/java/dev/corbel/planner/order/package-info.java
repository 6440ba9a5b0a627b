/** In which order the operations of a plan run. */
@NullMarked
package dev.corbel.planner.order;

import org.jspecify.annotations.NullMarked;
