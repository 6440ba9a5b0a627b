/** The commands. */
@NullMarked
package dev.corbel.cli.command;

import org.jspecify.annotations.NullMarked;
