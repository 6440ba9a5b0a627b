/** Puts the parts of the engine together. */
@NullMarked
package dev.corbel.cli.engine;

import org.jspecify.annotations.NullMarked;
