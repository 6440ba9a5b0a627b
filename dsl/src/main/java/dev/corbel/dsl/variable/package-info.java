/** Values of variables from outside: options, files and the environment of the process. */
@NullMarked
package dev.corbel.dsl.variable;

import org.jspecify.annotations.NullMarked;
