package dev.corbel.providers.onprem.machine;

import dev.corbel.providers.api.DataSourceType;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.Session;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.value.MapValue;

/** {@code data('onprem_host')}: the facts of the host that a configuration reaches. */
public final class OnpremHostData implements DataSourceType {
    private final OnpremHost host = new OnpremHost();

    @Override
    public String name() {
        return OnpremHost.TYPE;
    }

    @Override
    public Schema schema() {
        return OnpremHost.SCHEMA;
    }

    @Override
    public String description() {
        return "the facts of the host that the provider's configuration reaches";
    }

    @Override
    public MapValue read(Session session, MapValue configuration) throws ProviderException {
        return host.look(session, new ObjectState(configuration)).attributes();
    }
}
