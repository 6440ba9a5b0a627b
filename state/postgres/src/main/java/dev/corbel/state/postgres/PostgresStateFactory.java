package dev.corbel.state.postgres;

import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.state.backend.BackendContext;
import dev.corbel.state.remote.ObjectStore;
import dev.corbel.state.remote.ObjectStoreBackendFactory;

/** {@code state('postgres') { … }}: state in a table of PostgreSQL. Loads no class of the driver before it opens. */
public final class PostgresStateFactory implements ObjectStoreBackendFactory {

    @Override
    public String name() {
        return "postgres";
    }

    @Override
    public Schema configuration() {
        return PostgresSettings.SCHEMA;
    }

    @Override
    public ObjectStore connect(MapValue configuration, BackendContext context) {
        PostgresSettings settings = PostgresSettings.of(configuration, context.variables());
        return PostgresObjects.connect(settings, context.environment());
    }
}
