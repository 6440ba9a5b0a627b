/** Tests of types against the simulator. */
@NullMarked
package dev.corbel.providers.azure.postgresql;

import org.jspecify.annotations.NullMarked;
