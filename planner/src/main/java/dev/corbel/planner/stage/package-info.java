/** Values that are known before a plan is made, by which a definition decides what is declared. */
@NullMarked
package dev.corbel.planner.stage;

import org.jspecify.annotations.NullMarked;
