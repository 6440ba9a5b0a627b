/** Measures what the design promises. */
@NullMarked
package dev.corbel.benchmarks;

import org.jspecify.annotations.NullMarked;
