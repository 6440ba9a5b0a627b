package dev.corbel.state.aws;

import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.state.backend.StateBackends;
import dev.corbel.state.backend.StateBlock;
import dev.corbel.state.encryption.KeySourceFactory;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;

/** Does the work of a command that only looks at definitions. */
final class CheckingOnly {
    private CheckingOnly() {}

    public static void main(String[] arguments) {
        MapValue block = new MapValue(Map.of("bucket", Value.of("acme"), "region", Value.of("eu-central-1")));
        StateBackends.discover().check(new StateBlock("s3", block, Optional.empty(), Map.of()));
        ServiceLoader.load(KeySourceFactory.class).forEach(KeySourceFactory::schema);
    }
}
