/** The facts of Azure's types that policies go by. */
@NullMarked
package dev.corbel.providers.azure.fact;

import org.jspecify.annotations.NullMarked;
