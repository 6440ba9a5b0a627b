/** Tests of types against the simulator. */
@NullMarked
package dev.corbel.providers.azure.storage;

import org.jspecify.annotations.NullMarked;
