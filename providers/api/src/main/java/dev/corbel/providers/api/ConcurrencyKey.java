package dev.corbel.providers.api;

/**
 * Something that takes a limited number of calls at once.
 *
 * @param limit how many, at least one
 */
public record ConcurrencyKey(String name, int limit) {
    public ConcurrencyKey {
        if (limit < 1) {
            throw new IllegalArgumentException("a limit is at least 1");
        }
    }
}
