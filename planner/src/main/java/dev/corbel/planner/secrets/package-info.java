/** Keeps secrets out of what is said about failures. */
@NullMarked
package dev.corbel.planner.secrets;

import org.jspecify.annotations.NullMarked;
