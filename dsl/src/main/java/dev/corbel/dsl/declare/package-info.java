/** Runs files of declarations and takes what they declare into scopes. */
@NullMarked
package dev.corbel.dsl.declare;

import org.jspecify.annotations.NullMarked;
