/** Tests of types against the simulator. */
@NullMarked
package dev.corbel.providers.azure.identity;

import org.jspecify.annotations.NullMarked;
