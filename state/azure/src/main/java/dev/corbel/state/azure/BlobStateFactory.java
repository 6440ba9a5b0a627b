package dev.corbel.state.azure;

import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.state.StateBackend;
import dev.corbel.state.backend.BackendContext;
import dev.corbel.state.backend.StateBackendFactory;
import dev.corbel.state.remote.RemoteStateStore;

/** {@code state('azureblob') { … }}: state in a container of Azure Blob Storage. Loads no class of the SDK before it opens. */
public final class BlobStateFactory implements StateBackendFactory {

    @Override
    public String name() {
        return "azureblob";
    }

    @Override
    public Schema configuration() {
        return BlobSettings.SCHEMA;
    }

    @Override
    public StateBackend open(MapValue configuration, BackendContext context) {
        BlobSettings settings = BlobSettings.of(configuration, System.getenv());
        return new RemoteStateStore(BlobObjects.connect(settings, context.environment()), context);
    }
}
