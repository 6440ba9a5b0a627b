package dev.corbel.planner.drift;

import dev.corbel.dsl.model.ComponentDeclaration;
import dev.corbel.dsl.model.Definition;
import dev.corbel.dsl.model.ResourceDeclaration;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.SourceRange;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The places of a definition that people wrote: of what a blueprint made, that of the component. */
final class DefinitionPlaces {
    private final Map<Address, ResourceDeclaration> resources = new HashMap<>();
    private final Map<Address, ComponentDeclaration> components = new HashMap<>();
    private final Set<String> blueprints = new HashSet<>();

    DefinitionPlaces(Definition definition) {
        definition.resources().forEach(resource -> resources.put(resource.address(), resource));
        for (ComponentDeclaration component : definition.components()) {
            components.put(component.address(), component);
            component.blueprint().ifPresent(blueprint -> blueprints.add(blueprint.file()));
        }
    }

    Optional<ResourceDeclaration> resource(Address address) {
        return Optional.ofNullable(resources.get(address));
    }

    Optional<SourceRange> of(Address address) {
        return of(address, null);
    }

    /** The place of an attribute, where people wrote it. */
    Optional<SourceRange> of(Address address, @Nullable String attribute) {
        @Nullable ResourceDeclaration resource = resources.get(address);
        if (resource != null && isWritten(resource.range())) {
            return Optional.ofNullable(
                            attribute == null ? null : resource.arguments().get(attribute))
                    .map(argument -> argument.range())
                    .filter(this::isWritten)
                    .or(() -> Optional.of(resource.range()));
        }
        for (Optional<Address> around = address.parent();
                around.isPresent();
                around = around.get().parent()) {
            @Nullable ComponentDeclaration component = components.get(around.get());
            if (component != null && isWritten(component.range())) {
                return Optional.of(component.range());
            }
        }
        return Optional.empty();
    }

    private boolean isWritten(SourceRange range) {
        return !blueprints.contains(range.file());
    }
}
