package dev.corbel.cli.testing.place;

import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.NumberValue;
import dev.corbel.state.StateBackend;
import dev.corbel.state.backend.BackendContext;
import dev.corbel.state.backend.StateBackendFactory;
import dev.corbel.state.remote.RemoteSettings;
import dev.corbel.state.remote.RemoteStateStore;

/** {@code state('folder') { faster = 30 }}: remote state in the folder {@code place} of the project, with short times. */
public final class FolderPlaceFactory implements StateBackendFactory {
    @Override
    public String name() {
        return "folder";
    }

    @Override
    public Schema configuration() {
        return Schema.builder()
                .attribute(Attribute.required("faster", Type.NUMBER))
                .build();
    }

    @Override
    public StateBackend open(MapValue configuration, BackendContext context) {
        int times = ((NumberValue) configuration.get("faster")).value().intValueExact();
        return new RemoteStateStore(
                new FolderObjects(context.project().resolve("place")),
                context,
                RemoteSettings.standard().faster(times));
    }
}
