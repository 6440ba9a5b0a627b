package dev.corbel.cli.place;

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
public final class DefinitionPlaces implements Places {
    private final Map<Address, SourceRange> written = new HashMap<>();
    private final Set<String> blueprints;

    /** The places of a definition at hand. */
    public DefinitionPlaces(Definition definition) {
        blueprints = definition.components().stream()
                .flatMap(component -> component.blueprint().stream())
                .map(BlueprintReference::file)
                .collect(Collectors.toSet());
        for (ComponentDeclaration component : definition.components()) {
            written.put(component.address(), component.range());
        }
        definition.resources().forEach(resource -> add(resource.address(), resource.range()));
        definition.dataSources().forEach(data -> add(data.address(), data.range()));
    }

    /** An instance whose key is no longer there has its place, too: all instances of a resource are declared by one block. */
    private void add(Address address, SourceRange range) {
        written.put(address, range);
        if (address.last().key() != null) {
            written.putIfAbsent(address.withKey(null), range);
        }
    }

    @Override
    public Optional<Place> of(Address address) {
        SourceRange range = written.containsKey(address) ? written.get(address) : written.get(address.withKey(null));
        Optional<Address> around = Optional.of(address);
        while (range != null && blueprints.contains(range.file())) {
            around = around.flatMap(Address::parent);
            range = around.map(written::get).orElse(null);
        }
        return Optional.ofNullable(range).map(known -> new Place(known.file(), known.line()));
    }
}
