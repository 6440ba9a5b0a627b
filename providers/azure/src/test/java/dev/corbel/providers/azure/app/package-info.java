/** Tests of types against the simulator. */
@NullMarked
package dev.corbel.providers.azure.app;

import org.jspecify.annotations.NullMarked;
