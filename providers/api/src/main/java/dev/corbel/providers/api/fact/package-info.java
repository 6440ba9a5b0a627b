/** The facts of objects that policies go by, on every target alike. */
@NullMarked
package dev.corbel.providers.api.fact;

import org.jspecify.annotations.NullMarked;
