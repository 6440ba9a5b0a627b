/** The intents of a run and their results. */
@NullMarked
package dev.corbel.state.journal;

import org.jspecify.annotations.NullMarked;
