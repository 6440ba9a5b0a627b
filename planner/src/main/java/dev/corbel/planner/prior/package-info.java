/** The start of a plan: the objects of state after moves, adoptions, upgrades and reading. */
@NullMarked
package dev.corbel.planner.prior;

import org.jspecify.annotations.NullMarked;
