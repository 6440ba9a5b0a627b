/** Tests of types against the simulator. */
@NullMarked
package dev.corbel.providers.azure.monitor;

import org.jspecify.annotations.NullMarked;
