package dev.corbel.planner.session;

import dev.corbel.providers.api.ProviderException;

/** A call that may throw what providers throw. */
@FunctionalInterface
public interface ProviderCall<T> {
    T run() throws ProviderException;
}
