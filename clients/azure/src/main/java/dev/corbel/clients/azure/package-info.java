/** Azure Resource Manager for its provider: credentials, connections, retries, long operations and error classes. */
@NullMarked
package dev.corbel.clients.azure;

import org.jspecify.annotations.NullMarked;
