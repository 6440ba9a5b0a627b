/** Tests of types against the simulator. */
@NullMarked
package dev.corbel.providers.azure.dns;

import org.jspecify.annotations.NullMarked;
