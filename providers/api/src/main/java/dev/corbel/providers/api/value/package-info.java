/** Immutable values: what definitions say, providers return and state keeps. */
@NullMarked
package dev.corbel.providers.api.value;

import org.jspecify.annotations.NullMarked;
