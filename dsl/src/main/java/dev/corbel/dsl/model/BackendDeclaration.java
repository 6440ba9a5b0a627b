package dev.corbel.dsl.model;

import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.value.MapValue;
import java.util.Map;

/**
 * The backend that keeps the state: {@code state('s3') { … }}.
 *
 * @param configuration what the block says; a block in it is a map, several of one name are a list of maps
 * @param places where everything in it stands: {@code bucket}, {@code role.arn}, and {@code role[1].arn} in the second of a name
 */
public record BackendDeclaration(
        String type, MapValue configuration, SourceRange range, Map<String, SourceRange> places) {
    public BackendDeclaration {
        places = Map.copyOf(places);
    }
}
