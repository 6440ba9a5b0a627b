package dev.corbel.providers.azure.client;

import dev.corbel.clients.azure.AccessSettings;
import dev.corbel.providers.api.value.MapValue;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The values of a provider block.
 *
 * @param subscription empty where the environment or the credentials decide
 * @param region empty where every object names its own
 * @param defaultTags tags of every object that can have tags
 */
record AzureConfiguration(
        AccessSettings access,
        Optional<String> subscription,
        Optional<String> region,
        Map<String, String> defaultTags) {

    AzureConfiguration {
        defaultTags = Collections.unmodifiableMap(new LinkedHashMap<>(defaultTags));
    }

    /** The same in another subscription. */
    AzureConfiguration in(Optional<String> id) {
        return new AzureConfiguration(access, id, region, defaultTags);
    }

    /** Reads a provider block that is wholly known. */
    static AzureConfiguration from(MapValue configuration, Path directory) {
        Map<String, String> tags = new LinkedHashMap<>();
        if (configuration.get("defaultTags").fullyUnmarked() instanceof MapValue written) {
            written.entries().keySet().forEach(key -> written.text(key).ifPresent(value -> tags.put(key, value)));
        }
        return new AzureConfiguration(
                AccessSettings.from(configuration, directory),
                configuration.text("subscription"),
                configuration.text("region"),
                tags);
    }
}
