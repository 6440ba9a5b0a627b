/** Storage accounts and what lies in them. */
@NullMarked
package dev.corbel.providers.azure.storage;

import org.jspecify.annotations.NullMarked;
