/** Definition files as trees that can be run: what the language means, apart from how it is written. */
@NullMarked
package dev.corbel.dsl.program;

import org.jspecify.annotations.NullMarked;
