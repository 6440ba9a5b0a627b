/** Writes values as texts of the language, for people to take over into a definition. */
@NullMarked
package dev.corbel.dsl.format;

import org.jspecify.annotations.NullMarked;
