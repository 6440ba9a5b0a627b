/** The JSON form of state and of what a journal records. */
@NullMarked
package dev.corbel.state.json;

import org.jspecify.annotations.NullMarked;
