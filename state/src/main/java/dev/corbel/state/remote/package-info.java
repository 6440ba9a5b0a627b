/** State that is kept as named objects with compare-and-swap, wherever those are. */
@NullMarked
package dev.corbel.state.remote;

import org.jspecify.annotations.NullMarked;
