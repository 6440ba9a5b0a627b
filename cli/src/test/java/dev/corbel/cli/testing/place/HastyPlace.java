package dev.corbel.cli.testing.place;

import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.NumberValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.state.StateBackend;
import dev.corbel.state.aws.S3StateFactory;
import dev.corbel.state.azure.BlobStateFactory;
import dev.corbel.state.backend.BackendContext;
import dev.corbel.state.backend.StateBackendFactory;
import dev.corbel.state.postgres.PostgresStateFactory;
import dev.corbel.state.remote.ObjectStoreBackendFactory;
import dev.corbel.state.remote.RemoteSettings;
import dev.corbel.state.remote.RemoteStateStore;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code state('hasty-s3') { faster = 30; … }} and so on: a place that Corbel is shipped with, with shorter times. */
public abstract class HastyPlace implements StateBackendFactory {
    public static final String PREFIX = "hasty-";
    public static final String FASTER = "faster";

    private final ObjectStoreBackendFactory real;

    private HastyPlace(ObjectStoreBackendFactory real) {
        this.real = real;
    }

    @Override
    public String name() {
        return PREFIX + real.name();
    }

    @Override
    public Schema configuration() {
        Schema schema = real.configuration();
        Map<String, Attribute> attributes = new LinkedHashMap<>(schema.attributes());
        attributes.put(FASTER, Attribute.required(FASTER, Type.NUMBER).build());
        return new Schema(schema.version(), attributes, schema.blocks());
    }

    @Override
    public StateBackend open(MapValue configuration, BackendContext context) {
        Map<String, Value> values = new LinkedHashMap<>(configuration.entries());
        NumberValue times = (NumberValue) values.remove(FASTER);
        return new RemoteStateStore(
                real.connect(new MapValue(values), context),
                context,
                RemoteSettings.standard().faster(times.value().intValueExact()));
    }

    /** A bucket. */
    public static final class InS3 extends HastyPlace {
        public InS3() {
            super(new S3StateFactory());
        }
    }

    /** A table. */
    public static final class InPostgres extends HastyPlace {
        public InPostgres() {
            super(new PostgresStateFactory());
        }
    }

    /** A container. */
    public static final class InAzureBlob extends HastyPlace {
        public InAzureBlob() {
            super(new BlobStateFactory());
        }
    }
}
