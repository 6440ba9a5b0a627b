package dev.corbel.dsl.model;

import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.SourceRange;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The places of a definition that people wrote. Of what a blueprint makes, that is the component: nobody wrote the blueprint's
 * lines here.
 */
public final class DefinitionPlaces {
    private final Map<Address, SourceRange> declared = new HashMap<>();
    private final Map<Address, ResourceDeclaration> resources = new HashMap<>();
    private final Set<String> blueprints = new HashSet<>();

    public DefinitionPlaces(Definition definition) {
        for (ComponentDeclaration component : definition.components()) {
            declared.put(component.address(), component.range());
            component.blueprint().ifPresent(blueprint -> blueprints.add(blueprint.file()));
        }
        for (ResourceDeclaration resource : definition.resources()) {
            resources.put(resource.address(), resource);
            add(resource.address(), resource.range());
        }
        definition.dataSources().forEach(data -> add(data.address(), data.range()));
    }

    /** An instance whose key is no longer there has its place, too: all instances of a resource are declared by one block. */
    private void add(Address address, SourceRange range) {
        declared.put(address, range);
        if (address.last().key() != null) {
            declared.putIfAbsent(address.withKey(null), range);
        }
    }

    /** The declaration of a resource, with the key that it has. */
    public Optional<ResourceDeclaration> resource(Address address) {
        return Optional.ofNullable(resources.get(address));
    }

    /** The place of what is declared; empty where nothing is. */
    public Optional<SourceRange> of(Address address) {
        @Nullable SourceRange exact = declared.get(address);
        @Nullable SourceRange range = exact == null ? declared.get(address.withKey(null)) : exact;
        if (range == null) {
            return Optional.empty();
        }
        return isWritten(range) ? Optional.of(range) : around(address);
    }

    /** The place of what is declared, else that of the component around it. */
    public Optional<SourceRange> nearest(Address address) {
        return of(address).or(() -> around(address));
    }

    /** The place of an attribute where people wrote it, else that of the whole. */
    public Optional<SourceRange> nearest(Address address, @Nullable String attribute) {
        return attribute == null ? nearest(address) : line(address, attribute).or(() -> nearest(address));
    }

    private Optional<SourceRange> line(Address address, String attribute) {
        return resource(address)
                .filter(resource -> isWritten(resource.range()))
                .map(resource -> resource.arguments().get(attribute))
                .map(Argument::range)
                .filter(this::isWritten);
    }

    private Optional<SourceRange> around(Address address) {
        for (Optional<Address> around = address.parent();
                around.isPresent();
                around = around.get().parent()) {
            @Nullable SourceRange range = declared.get(around.get());
            if (range != null && isWritten(range)) {
                return Optional.of(range);
            }
        }
        return Optional.empty();
    }

    private boolean isWritten(SourceRange range) {
        return !blueprints.contains(range.file());
    }
}
