/** A cloud in a folder, for rehearsals, tests and benchmarks. */
@NullMarked
package dev.corbel.providers.simulator;

import org.jspecify.annotations.NullMarked;
