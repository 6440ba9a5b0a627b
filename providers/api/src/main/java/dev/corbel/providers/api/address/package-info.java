/** Addresses of resources and components, and the globs that select them. */
@NullMarked
package dev.corbel.providers.api.address;

import org.jspecify.annotations.NullMarked;
