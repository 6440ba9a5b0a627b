/** Keeps what was read from definition files, so that the next command need not read them again. */
@NullMarked
package dev.corbel.dsl.cache;

import org.jspecify.annotations.NullMarked;
