/** Options and arguments that several commands share. */
@NullMarked
package dev.corbel.cli.command.options;

import org.jspecify.annotations.NullMarked;
