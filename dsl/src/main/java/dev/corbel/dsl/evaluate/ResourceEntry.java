package dev.corbel.dsl.evaluate;

import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.SourceRange;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One instance of a resource or data source before references are linked.
 *
 * @param special what is no attribute of the type: provider, dependsOn, lifecycle, timeouts
 */
record ResourceEntry(
        Address address, Map<String, Raw.Written> arguments, Map<String, Special> special, SourceRange range) {

    /** Something that every resource may have; a block's contents are a map of what was written. */
    record Special(@Nullable Object value, Map<String, Raw.Written> contents, SourceRange range) {}
}
