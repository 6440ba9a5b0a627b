/** Tests of types against the simulator. */
@NullMarked
package dev.corbel.providers.azure.servicebus;

import org.jspecify.annotations.NullMarked;
