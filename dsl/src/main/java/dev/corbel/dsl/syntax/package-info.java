/** From the text of a definition file to its program: parsing, checking and lowering. */
@NullMarked
package dev.corbel.dsl.syntax;

import org.jspecify.annotations.NullMarked;
