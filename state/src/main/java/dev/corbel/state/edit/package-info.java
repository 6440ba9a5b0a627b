/** Changes that people make to state by hand. */
@NullMarked
package dev.corbel.state.edit;

import org.jspecify.annotations.NullMarked;
