/** Sessions with AWS: configuration, shared clients, and failures in words. */
@NullMarked
package dev.corbel.providers.aws.client;

import org.jspecify.annotations.NullMarked;
