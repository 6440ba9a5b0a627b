package dev.corbel.state.aws;

import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.state.backend.BackendContext;
import dev.corbel.state.backend.FolderName;
import dev.corbel.state.remote.ObjectStore;
import dev.corbel.state.remote.ObjectStoreBackendFactory;

/** {@code state('s3') { … }}. Loads no class of the SDK before it opens. */
public final class S3StateFactory implements ObjectStoreBackendFactory {

    @Override
    public String name() {
        return "s3";
    }

    @Override
    public Schema configuration() {
        return S3Settings.SCHEMA;
    }

    @Override
    public ObjectStore connect(MapValue configuration, BackendContext context) {
        return new S3Objects(S3Settings.from(configuration), FolderName.of(context.environment()));
    }
}
