/** The components of the language: what each takes and what each gives. */
@NullMarked
package dev.corbel.dsl.component;

import org.jspecify.annotations.NullMarked;
