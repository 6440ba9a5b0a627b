/** What every store of state does alike, whatever it keeps its snapshot and its journal in. */
@NullMarked
package dev.corbel.state.store;

import org.jspecify.annotations.NullMarked;
