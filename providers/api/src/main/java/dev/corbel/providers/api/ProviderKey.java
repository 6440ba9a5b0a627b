package dev.corbel.providers.api;

/**
 * Names one configuration of a provider: the default one, an alias, or the one of a region.
 *
 * @param provider the provider's name
 * @param configuration the alias or region; empty for the default
 */
public record ProviderKey(String provider, String configuration) implements Comparable<ProviderKey> {

    public static ProviderKey of(String provider) {
        return new ProviderKey(provider, "");
    }

    @Override
    public int compareTo(ProviderKey other) {
        return toString().compareTo(other.toString());
    }

    /** {@code aws} or {@code aws.CONFIGURATION}. */
    @Override
    public String toString() {
        return configuration.isEmpty() ? provider : provider + "." + configuration;
    }
}
