package dev.corbel.dsl.model;

import dev.corbel.providers.api.ProviderKey;
import dev.corbel.providers.api.diagnostic.SourceRange;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One configuration of a provider.
 *
 * @param range its block; empty where a resource uses a provider that the definition never mentions
 */
public record ProviderDeclaration(ProviderKey key, Map<String, Argument> arguments, Optional<SourceRange> range) {
    public ProviderDeclaration {
        arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
    }
}
