package dev.corbel.state.azure;

import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.state.backend.BackendContext;
import dev.corbel.state.remote.ObjectStore;
import dev.corbel.state.remote.ObjectStoreBackendFactory;

/** {@code state('azureblob') { … }}: state in a container of Azure Blob Storage. Loads no class of the SDK before it opens. */
public final class BlobStateFactory implements ObjectStoreBackendFactory {

    @Override
    public String name() {
        return "azureblob";
    }

    @Override
    public Schema configuration() {
        return BlobSettings.SCHEMA;
    }

    @Override
    public ObjectStore connect(MapValue configuration, BackendContext context) {
        BlobSettings settings = BlobSettings.of(configuration, context.variables());
        return BlobObjects.connect(settings, context.environment());
    }
}
