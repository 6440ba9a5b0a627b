/** Registries of container images. */
@NullMarked
package dev.corbel.providers.azure.registry;

import org.jspecify.annotations.NullMarked;
