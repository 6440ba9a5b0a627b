/** Zones and records, public and private. */
@NullMarked
package dev.corbel.providers.azure.dns;

import org.jspecify.annotations.NullMarked;
