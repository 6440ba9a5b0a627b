/** The provider sessions of a run. */
@NullMarked
package dev.corbel.planner.session;

import org.jspecify.annotations.NullMarked;
