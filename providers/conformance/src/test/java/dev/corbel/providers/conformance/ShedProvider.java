package dev.corbel.providers.conformance;

import dev.corbel.providers.api.Provider;
import dev.corbel.providers.api.ProviderContext;
import dev.corbel.providers.api.ResourceType;
import dev.corbel.providers.api.Session;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.value.MapValue;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** A provider of tools and boxes, which work but for one defect. */
record ShedProvider(Optional<Defect> defect, Supplier<Shed> sessions) implements Provider {
    private static final Set<String> TYPES = Set.of("shed_tool", "shed_box");

    ShedProvider(Optional<Defect> defect) {
        this(defect, Shed::new);
    }

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
        return TYPES;
    }

    @Override
    public Optional<ResourceType> resourceType(String name) {
        return TYPES.contains(name) ? Optional.of(new ToolType(name, defect)) : Optional.empty();
    }

    @Override
    public Session open(MapValue configuration, ProviderContext context) {
        Shed shed = sessions.get();
        return context.isReading() ? shed.forReading() : shed;
    }
}
