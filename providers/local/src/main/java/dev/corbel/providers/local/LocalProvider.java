package dev.corbel.providers.local;

import dev.corbel.providers.api.Blueprint;
import dev.corbel.providers.api.Provider;
import dev.corbel.providers.api.ProviderContext;
import dev.corbel.providers.api.ResourceType;
import dev.corbel.providers.api.Session;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.local.place.LocalSession;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code provider('local')}: this machine. */
public final class LocalProvider implements Provider {

    @Override
    public String name() {
        return "local";
    }

    @Override
    public String version() {
        return "0.1.0";
    }

    @Override
    public Schema configuration() {
        return Schema.EMPTY;
    }

    @Override
    public Set<String> resourceTypeNames() {
        return LocalTypes.NAMES;
    }

    @Override
    public Optional<ResourceType> resourceType(String name) {
        return LocalTypes.type(name);
    }

    @Override
    public Map<String, Blueprint> blueprints() {
        return ShippedBlueprints.ALL;
    }

    @Override
    public Session open(MapValue configuration, ProviderContext context) {
        return new LocalSession(context);
    }
}
