/** The plan as data: everything that apply will do, and why. */
@NullMarked
package dev.corbel.planner.plan;

import org.jspecify.annotations.NullMarked;
