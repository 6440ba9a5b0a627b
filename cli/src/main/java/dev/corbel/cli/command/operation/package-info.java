/** Planning and applying, as several commands do it: with questions, progress and Ctrl-C. */
@NullMarked
package dev.corbel.cli.command.operation;

import org.jspecify.annotations.NullMarked;
