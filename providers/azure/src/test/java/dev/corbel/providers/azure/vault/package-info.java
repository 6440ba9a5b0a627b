/** Tests of types against the simulator. */
@NullMarked
package dev.corbel.providers.azure.vault;

import org.jspecify.annotations.NullMarked;
