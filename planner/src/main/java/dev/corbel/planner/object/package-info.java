/** The object that shall be: configuration, proposal and plan of a single instance, as pure functions. */
@NullMarked
package dev.corbel.planner.object;

import org.jspecify.annotations.NullMarked;
