/** The functions of the language. */
@NullMarked
package dev.corbel.dsl.function;

import org.jspecify.annotations.NullMarked;
