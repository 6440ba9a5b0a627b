/** The commands below {@code state}. */
@NullMarked
package dev.corbel.cli.command.state;

import org.jspecify.annotations.NullMarked;
