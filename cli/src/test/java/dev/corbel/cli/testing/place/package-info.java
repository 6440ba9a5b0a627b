/** A place for remote state that tests add to the others: a folder. */
@NullMarked
package dev.corbel.cli.testing.place;

import org.jspecify.annotations.NullMarked;
