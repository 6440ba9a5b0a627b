/** The work that all stores of state do alike, whatever they keep their snapshot and their journal in. */
@NullMarked
package dev.corbel.state.store;

import org.jspecify.annotations.NullMarked;
