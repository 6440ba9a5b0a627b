package dev.corbel.providers.conformance;

import dev.corbel.providers.api.Provider;
import dev.corbel.providers.api.ProviderContext;
import dev.corbel.providers.api.ResourceType;
import dev.corbel.providers.api.Session;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.value.MapValue;
import java.util.Optional;
import java.util.Set;

/** A provider of tools, which work but for one defect. */
record ShedProvider(Optional<Defect> defect) implements Provider {
    @Override
    public String name() {
        return "shed";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public Schema configuration() {
        return Schema.EMPTY;
    }

    @Override
    public Set<String> resourceTypeNames() {
        return Set.of("shed_tool");
    }

    @Override
    public Optional<ResourceType> resourceType(String name) {
        return name.equals("shed_tool") ? Optional.of(new ToolType(defect)) : Optional.empty();
    }

    @Override
    public Session open(MapValue configuration, ProviderContext context) {
        return new Shed();
    }
}
