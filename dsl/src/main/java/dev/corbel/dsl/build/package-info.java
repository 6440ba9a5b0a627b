/** Checks what is declared as a whole and makes the definition of it. */
@NullMarked
package dev.corbel.dsl.build;

import org.jspecify.annotations.NullMarked;
