/** The command line: commands and their views. */
@NullMarked
package dev.corbel.cli;

import org.jspecify.annotations.NullMarked;
