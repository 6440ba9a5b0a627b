/** Loads on what tests deploy: clients that count what fails while something changes. */
@NullMarked
package dev.corbel.emulators.load;

import org.jspecify.annotations.NullMarked;
