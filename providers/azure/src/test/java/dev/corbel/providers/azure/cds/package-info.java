@NullMarked
package dev.corbel.providers.azure.cds;

import org.jspecify.annotations.NullMarked;
