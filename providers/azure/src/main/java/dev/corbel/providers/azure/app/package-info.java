/** Container apps and the environments that they run in. */
@NullMarked
package dev.corbel.providers.azure.app;

import org.jspecify.annotations.NullMarked;
