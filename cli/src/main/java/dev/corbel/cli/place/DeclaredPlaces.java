package dev.corbel.cli.place;

import dev.corbel.dsl.model.Definition;
import dev.corbel.dsl.model.DefinitionPlaces;
import dev.corbel.providers.api.address.Address;
import java.util.Optional;

/** The places where a definition at hand says that there is something. */
public final class DeclaredPlaces implements Places {
    private final DefinitionPlaces places;

    public DeclaredPlaces(Definition definition) {
        this.places = new DefinitionPlaces(definition);
    }

    @Override
    public Optional<Place> of(Address address) {
        return places.of(address).map(range -> new Place(range.file(), range.line()));
    }
}
