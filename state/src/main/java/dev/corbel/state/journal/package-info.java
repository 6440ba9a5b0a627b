/** What a run intends and what came of it. */
@NullMarked
package dev.corbel.state.journal;

import org.jspecify.annotations.NullMarked;
