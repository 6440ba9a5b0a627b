package dev.corbel.state.postgres;

import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.state.backend.BackendContext;
import dev.corbel.state.remote.RemoteObjects;
import dev.corbel.state.remote.RemotePlaceFactory;

/** {@code state('postgres') { … }}: state in a table of PostgreSQL. Loads no class of the driver before it opens. */
public final class PostgresStateFactory implements RemotePlaceFactory {

    @Override
    public String name() {
        return "postgres";
    }

    @Override
    public Schema configuration() {
        return PostgresSettings.SCHEMA;
    }

    @Override
    public RemoteObjects connect(MapValue configuration, BackendContext context) {
        PostgresSettings settings = PostgresSettings.of(configuration, context.variables());
        return PostgresObjects.connect(settings, context.environment());
    }
}
