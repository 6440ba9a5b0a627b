/** Finds the environment that a command is about. */
@NullMarked
package dev.corbel.cli.environment;

import org.jspecify.annotations.NullMarked;
