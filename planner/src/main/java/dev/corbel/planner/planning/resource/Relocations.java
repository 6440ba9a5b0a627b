package dev.corbel.planner.planning.resource;

import dev.corbel.dsl.model.Definition;
import dev.corbel.dsl.model.ProviderDeclaration;
import dev.corbel.providers.api.ProviderKey;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.SourceRange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Objects that a plan replaces because their provider points elsewhere than before; each configuration is told of once. */
public final class Relocations {
    private static final int NAMED = 3;

    private final Map<Relocation, List<Address>> objects = new LinkedHashMap<>();

    private record Relocation(ProviderKey provider, String how) {}

    /** @param how where the provider pointed and where it points, as a sentence without its end */
    void add(ProviderKey provider, String how, Address address) {
        objects.computeIfAbsent(new Relocation(provider, how), key -> new ArrayList<>())
                .add(address);
    }

    public List<Diagnostic> warnings(Definition definition) {
        List<Diagnostic> warnings = new ArrayList<>();
        objects.forEach((relocation, addresses) -> {
            @Nullable ProviderDeclaration declaration = definition.providers().get(relocation.provider());
            @Nullable
            SourceRange range = declaration == null ? null : declaration.range().orElse(null);
            String names = addresses.stream().limit(NAMED).map(Object::toString).collect(Collectors.joining(", "));
            String more = addresses.size() > NAMED ? " and %d more".formatted(addresses.size() - NAMED) : "";
            warnings.add(Diagnostic.warning(
                            "Provider \"%s\" points elsewhere than before".formatted(relocation.provider()),
                            "%s. What it has there is deleted there and made anew here: %s%s."
                                    .formatted(relocation.how(), names, more))
                    .at(range)
                    .withHint("Where both are the same place, undo the change."));
        });
        return warnings;
    }
}
