package dev.corbel.cli.json;

import dev.corbel.dsl.model.ComponentDeclaration;
import dev.corbel.dsl.model.ComponentDeclaration.BlueprintReference;
import dev.corbel.dsl.model.Definition;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.SourceRange;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The places where a definition says that there is something. Of what a blueprint makes, that is the component: nobody wrote the
 * blueprint's lines here.
 */
final class DefinitionPlaces {
    private final Map<Address, SourceRange> written = new HashMap<>();
    private final Set<String> blueprints;

    DefinitionPlaces(Definition definition) {
        blueprints = definition.components().stream()
                .flatMap(component -> component.blueprint().stream())
                .map(BlueprintReference::file)
                .collect(Collectors.toSet());
        for (ComponentDeclaration component : definition.components()) {
            written.put(component.address(), component.range());
        }
        definition.resources().forEach(resource -> written.put(resource.address(), resource.range()));
        definition.dataSources().forEach(data -> written.put(data.address(), data.range()));
    }

    /** The place of a component or resource; empty where the definition has none of this address. */
    Optional<Place> of(Address address) {
        SourceRange range = written.get(address);
        Optional<Address> around = Optional.of(address);
        while (range != null && blueprints.contains(range.file())) {
            around = around.flatMap(Address::parent);
            range = around.map(written::get).orElse(null);
        }
        return Optional.ofNullable(range).map(known -> new Place(known.file(), known.line()));
    }

    /** A line of a file. */
    record Place(String file, int line) {}
}
