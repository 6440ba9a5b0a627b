package dev.corbel.dsl.model;

import dev.corbel.providers.api.ProviderKey;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.SourceRange;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One instance of a resource.
 *
 * @param arguments by attribute or block name; what is absent was not written (schema defaults are not filled in)
 * @param dependsOn instances that must be done first although no value says so
 * @param timeouts by operation: create, read, update, delete
 * @param range the head of its block
 */
public record ResourceDeclaration(
        Address address,
        ProviderKey provider,
        Map<String, Argument> arguments,
        Lifecycle lifecycle,
        List<Address> dependsOn,
        Map<String, Duration> timeouts,
        SourceRange range) {
    public ResourceDeclaration {
        arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
        dependsOn = List.copyOf(dependsOn);
        timeouts = Map.copyOf(timeouts);
    }

    public String type() {
        return address.last().type();
    }
}
