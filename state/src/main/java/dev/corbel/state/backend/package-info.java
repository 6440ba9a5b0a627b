/** Finds the backend that a block {@code state('NAME') { … }} names. */
@NullMarked
package dev.corbel.state.backend;

import org.jspecify.annotations.NullMarked;
