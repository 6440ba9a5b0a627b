package dev.corbel.providers.aws.resource;

import dev.corbel.providers.api.DataSourceType;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.Session;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.aws.client.AwsSession;
import java.util.function.Supplier;

/** A data source of AWS. The look-up, which needs the SDK, loads when it is first made. */
public final class AwsDataSourceType implements DataSourceType {
    private final String name;
    private final String description;
    private final Schema schema;
    private final Supplier<Lookup> lookup;

    /** The call, or calls. Failures of the SDK may be thrown as they are. */
    @FunctionalInterface
    public interface Lookup {
        MapValue read(AwsSession session, MapValue configuration) throws ProviderException;
    }

    public AwsDataSourceType(String name, String description, Schema schema, Supplier<Lookup> lookup) {
        this.name = name;
        this.description = description;
        this.schema = schema;
        this.lookup = lookup;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public MapValue read(Session session, MapValue configuration) throws ProviderException {
        return GuardedOperations.guarded(() -> lookup.get().read((AwsSession) session, configuration));
    }
}
