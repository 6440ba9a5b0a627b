package dev.corbel.dsl.scope;

import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.SourceRange;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One instance of a resource or data source before references are linked.
 *
 * @param special what is no attribute of the type: provider, dependsOn, lifecycle, timeouts
 */
public record ResourceEntry(
        Address address,
        Map<String, DeclaredValue.Written> arguments,
        Map<String, Special> special,
        SourceRange range) {

    /** A word that every resource may have; a block's contents are a map of its declared values. */
    public record Special(@Nullable Object value, Map<String, DeclaredValue.Written> contents, SourceRange range) {}
}
