package dev.corbel.state.postgres;

import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.state.StateBackend;
import dev.corbel.state.backend.BackendContext;
import dev.corbel.state.backend.StateBackendFactory;
import dev.corbel.state.remote.RemoteStateStore;

/** {@code state('postgres') { … }}: state in a table of PostgreSQL. Loads no class of the driver before it opens. */
public final class PostgresStateFactory implements StateBackendFactory {

    @Override
    public String name() {
        return "postgres";
    }

    @Override
    public Schema configuration() {
        return PostgresSettings.SCHEMA;
    }

    @Override
    public StateBackend open(MapValue configuration, BackendContext context) {
        PostgresSettings settings = PostgresSettings.of(configuration, System.getenv());
        return new RemoteStateStore(PostgresObjects.connect(settings, context.environment()), context);
    }
}
