/** The provider that is always there. */
@NullMarked
package dev.corbel.planner.builtin;

import org.jspecify.annotations.NullMarked;
