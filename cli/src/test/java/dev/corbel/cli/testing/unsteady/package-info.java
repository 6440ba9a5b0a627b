/** A provider that tests add to the others: the simulator behind a line on which much goes wrong. */
@NullMarked
package dev.corbel.cli.testing.unsteady;

import org.jspecify.annotations.NullMarked;
