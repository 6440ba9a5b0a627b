/** Runs programs and collects what they declare. */
@NullMarked
package dev.corbel.dsl.evaluate;

import org.jspecify.annotations.NullMarked;
