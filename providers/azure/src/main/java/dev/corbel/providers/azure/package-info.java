/** Microsoft Azure as a provider. */
@NullMarked
package dev.corbel.providers.azure;

import org.jspecify.annotations.NullMarked;
