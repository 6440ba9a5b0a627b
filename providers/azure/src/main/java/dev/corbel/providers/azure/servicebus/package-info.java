/** Namespaces of Service Bus and their queues. */
@NullMarked
package dev.corbel.providers.azure.servicebus;

import org.jspecify.annotations.NullMarked;
