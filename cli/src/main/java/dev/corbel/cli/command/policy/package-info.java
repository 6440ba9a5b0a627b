/** The commands of {@code corbel policy}. */
@NullMarked
package dev.corbel.cli.command.policy;

import org.jspecify.annotations.NullMarked;
