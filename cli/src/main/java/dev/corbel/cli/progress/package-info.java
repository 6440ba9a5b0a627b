/** The progress of a run while it happens. */
@NullMarked
package dev.corbel.cli.progress;

import org.jspecify.annotations.NullMarked;
