/** The part of Java's and Groovy's library that definitions can use. */
@NullMarked
package dev.corbel.dsl.library;

import org.jspecify.annotations.NullMarked;
