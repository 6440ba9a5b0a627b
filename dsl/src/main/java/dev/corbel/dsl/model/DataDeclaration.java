package dev.corbel.dsl.model;

import dev.corbel.providers.api.ProviderKey;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.SourceRange;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One instance of a data source. */
public record DataDeclaration(
        Address address,
        ProviderKey provider,
        Map<String, Argument> arguments,
        Lifecycle lifecycle,
        List<Address> dependsOn,
        SourceRange range) {
    public DataDeclaration {
        arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
        dependsOn = List.copyOf(dependsOn);
    }

    public String type() {
        return address.last().type();
    }
}
