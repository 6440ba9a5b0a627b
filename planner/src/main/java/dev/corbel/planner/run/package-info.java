/** A whole run of apply: lock, plan, approval, apply, commit. */
@NullMarked
package dev.corbel.planner.run;

import org.jspecify.annotations.NullMarked;
