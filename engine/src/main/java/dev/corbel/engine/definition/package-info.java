/** The definition of an environment: loading it, and the values of variables that a plan carries. */
@NullMarked
package dev.corbel.engine.definition;

import org.jspecify.annotations.NullMarked;
