/** Clients of AWS for its provider and its backend alike: credentials, connections, retries and error classes. */
@NullMarked
package dev.corbel.clients.aws;

import org.jspecify.annotations.NullMarked;
