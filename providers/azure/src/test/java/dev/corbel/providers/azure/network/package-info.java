/** Tests of network types against the simulator. */
@NullMarked
package dev.corbel.providers.azure.network;

import org.jspecify.annotations.NullMarked;
