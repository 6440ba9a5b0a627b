/** Values that decide what is declared, and that planning knows before it plans: what is asked for, and what is known. */
@NullMarked
package dev.corbel.dsl.stage;

import org.jspecify.annotations.NullMarked;
