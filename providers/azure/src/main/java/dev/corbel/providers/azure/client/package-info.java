/** Sessions with Azure: configuration, the subscription, shared connections, and failures in words. */
@NullMarked
package dev.corbel.providers.azure.client;

import org.jspecify.annotations.NullMarked;
