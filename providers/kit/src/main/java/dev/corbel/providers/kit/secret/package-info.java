/** Traces of values that are not kept. */
@NullMarked
package dev.corbel.providers.kit.secret;

import org.jspecify.annotations.NullMarked;
