/** The host itself as an object: what it is and what it has. */
@NullMarked
package dev.corbel.providers.onprem.machine;

import org.jspecify.annotations.NullMarked;
