@NullMarked
package dev.corbel.providers.azure.client;

import org.jspecify.annotations.NullMarked;
