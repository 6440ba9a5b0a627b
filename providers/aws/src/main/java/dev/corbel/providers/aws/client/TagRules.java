package dev.corbel.providers.aws.client;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rules of a provider block for the tags of all objects.
 *
 * @param defaults tags of every object that can have tags
 * @param ignoredKeys tags of others, which no definition sees
 * @param ignoredPrefixes beginnings of such tags
 */
public record TagRules(Map<String, String> defaults, Set<String> ignoredKeys, List<String> ignoredPrefixes) {
    public TagRules {
        defaults = Collections.unmodifiableMap(new LinkedHashMap<>(defaults));
        ignoredKeys = Set.copyOf(ignoredKeys);
        ignoredPrefixes = List.copyOf(ignoredPrefixes);
    }

    /** Rules that ignore nothing. */
    public static TagRules of(Map<String, String> defaults) {
        return new TagRules(defaults, Set.of(), List.of());
    }

    /** Tells whether a tag is somebody else's, unless a definition sets it. */
    public boolean ignores(String key) {
        return !defaults.containsKey(key)
                && (ignoredKeys.contains(key) || ignoredPrefixes.stream().anyMatch(key::startsWith));
    }
}
