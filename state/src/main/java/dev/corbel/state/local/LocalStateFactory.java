package dev.corbel.state.local;

import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.state.StateBackend;
import dev.corbel.state.backend.BackendContext;
import dev.corbel.state.backend.StateBackendFactory;

/** {@code state('local') { }}, which is what a definition without a state block means. */
public final class LocalStateFactory implements StateBackendFactory {

    @Override
    public String name() {
        return "local";
    }

    @Override
    public Schema configuration() {
        return Schema.EMPTY;
    }

    @Override
    public StateBackend open(MapValue configuration, BackendContext context) {
        return new LocalStateStore(context.project(), context.engineVersion(), context.encryption());
    }
}
