/** Apps as supervised processes. */
@NullMarked
package dev.corbel.providers.local.container;

import org.jspecify.annotations.NullMarked;
