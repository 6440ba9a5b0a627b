@NullMarked
package dev.corbel.clients.azure;

import org.jspecify.annotations.NullMarked;
