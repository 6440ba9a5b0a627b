/** Compares two values line by line, for every view of a plan. */
@NullMarked
package dev.corbel.cli.view.diff;

import org.jspecify.annotations.NullMarked;
