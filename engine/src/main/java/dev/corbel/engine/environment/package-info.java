/** Finds the environment that a command is about. */
@NullMarked
package dev.corbel.engine.environment;

import org.jspecify.annotations.NullMarked;
