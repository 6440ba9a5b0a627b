/** The provider configurations of a definition: evaluated, opened for a plan, compared with recorded ones. */
@NullMarked
package dev.corbel.planner.provider;

import org.jspecify.annotations.NullMarked;
