package dev.corbel.providers.aws.client;

import dev.corbel.providers.api.value.MapValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The values of a provider block.
 *
 * @param region empty where the environment or the profile decides
 * @param defaultTags tags of every object that can have tags
 */
public record AwsConfiguration(AccountSettings account, Optional<String> region, Map<String, String> defaultTags) {
    public AwsConfiguration {
        defaultTags = Collections.unmodifiableMap(new LinkedHashMap<>(defaultTags));
    }

    /** Reads a provider block that is wholly known. */
    public static AwsConfiguration from(MapValue configuration) {
        Map<String, String> defaultTags = new LinkedHashMap<>();
        if (configuration.get("defaultTags").fullyUnmarked() instanceof MapValue tags) {
            tags.entries().keySet().forEach(key -> tags.text(key).ifPresent(value -> defaultTags.put(key, value)));
        }
        return new AwsConfiguration(AccountSettings.from(configuration), configuration.text("region"), defaultTags);
    }
}
