package dev.corbel.dsl.model;

import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.value.MapValue;
import java.util.Map;

/**
 * Where state is kept: {@code state('s3') { … }}.
 *
 * @param configuration what the block says; a block in it is a map
 * @param places where each entry of the configuration stands
 */
public record BackendDeclaration(
        String type, MapValue configuration, SourceRange range, Map<String, SourceRange> places) {
    public BackendDeclaration {
        places = Map.copyOf(places);
    }
}
