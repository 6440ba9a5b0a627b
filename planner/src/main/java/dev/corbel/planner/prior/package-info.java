/** What a plan starts from: the objects of state after moves, adoptions, upgrades and reading. */
@NullMarked
package dev.corbel.planner.prior;

import org.jspecify.annotations.NullMarked;
