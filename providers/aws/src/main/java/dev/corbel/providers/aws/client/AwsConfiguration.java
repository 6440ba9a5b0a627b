package dev.corbel.providers.aws.client;

import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.StringValue;
import dev.corbel.providers.api.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The values of a provider block.
 *
 * @param region empty where the environment or the profile decides
 * @param tags the rules for tags
 */
public record AwsConfiguration(AccountSettings account, Optional<String> region, TagRules tags) {

    /**
     * Reads a provider block that is wholly known.
     *
     * @param reading whether nothing is going to be changed
     */
    public static AwsConfiguration from(MapValue configuration, boolean reading) {
        return new AwsConfiguration(
                AccountSettings.from(configuration, reading), configuration.text("region"), tags(configuration));
    }

    private static TagRules tags(MapValue configuration) {
        Map<String, String> defaults = new LinkedHashMap<>();
        if (configuration.get("defaultTags").fullyUnmarked() instanceof MapValue tags) {
            tags.entries().keySet().forEach(key -> tags.text(key).ifPresent(value -> defaults.put(key, value)));
        }
        return configuration.get("ignoreTags").fullyUnmarked() instanceof MapValue ignored
                ? new TagRules(defaults, Set.copyOf(texts(ignored.get("keys"))), texts(ignored.get("prefixes")))
                : TagRules.of(defaults);
    }

    private static List<String> texts(Value list) {
        return list instanceof ListValue all
                ? all.elements().stream()
                        .filter(StringValue.class::isInstance)
                        .map(text -> ((StringValue) text).value())
                        .toList()
                : List.of();
    }
}
