package dev.corbel.state.remote;

import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.state.StateBackend;
import dev.corbel.state.backend.BackendContext;
import dev.corbel.state.backend.StateBackendFactory;

/** A kind of backend that keeps objects, and leaves it to a {@link RemoteStateStore} what they mean. */
public interface ObjectStoreBackendFactory extends StateBackendFactory {

    /**
     * The folder of an environment in the store. Connections open when they are first needed.
     *
     * @param configuration of the schema's types, with defaults, wholly known
     * @throws DiagnosticsException where the configuration leads nowhere
     */
    ObjectStore connect(MapValue configuration, BackendContext context);

    @Override
    default StateBackend open(MapValue configuration, BackendContext context) {
        return new RemoteStateStore(connect(configuration, context), context);
    }
}
