/** Tests of types against the simulator. */
@NullMarked
package dev.corbel.providers.azure.registry;

import org.jspecify.annotations.NullMarked;
