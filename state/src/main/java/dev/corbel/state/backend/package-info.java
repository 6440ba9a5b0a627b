/** How the block {@code state('NAME') { … }} finds the place that it names. */
@NullMarked
package dev.corbel.state.backend;

import org.jspecify.annotations.NullMarked;
