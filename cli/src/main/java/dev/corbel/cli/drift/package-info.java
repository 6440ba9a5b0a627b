/** Reports on drift, a renderer for each format. */
@NullMarked
package dev.corbel.cli.drift;

import org.jspecify.annotations.NullMarked;
