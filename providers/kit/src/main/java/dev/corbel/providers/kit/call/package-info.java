/** Calls of a client library: batches, waiting, partial results and what failures mean. */
@NullMarked
package dev.corbel.providers.kit.call;

import org.jspecify.annotations.NullMarked;
