/** Identities, and the roles that they have. */
@NullMarked
package dev.corbel.providers.azure.identity;

import org.jspecify.annotations.NullMarked;
