@NullMarked
package dev.corbel.providers.azure.fact;

import org.jspecify.annotations.NullMarked;
