/** The parts that all types share: the bridge to the provider contract, batch reads, waiters, tags. */
@NullMarked
package dev.corbel.providers.aws.resource;

import org.jspecify.annotations.NullMarked;
