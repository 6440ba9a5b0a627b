/** The language as data: which names mean something, and what serves here for words of other languages. */
@NullMarked
package dev.corbel.dsl.language;

import org.jspecify.annotations.NullMarked;
