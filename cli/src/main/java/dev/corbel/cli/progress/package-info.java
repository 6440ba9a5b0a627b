/** How a run gets on, as it happens. */
@NullMarked
package dev.corbel.cli.progress;

import org.jspecify.annotations.NullMarked;
