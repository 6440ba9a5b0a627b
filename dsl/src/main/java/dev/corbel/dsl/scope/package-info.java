/** The scopes of a definition: what is declared in them, and the references and variables that are read in them. */
@NullMarked
package dev.corbel.dsl.scope;

import org.jspecify.annotations.NullMarked;
