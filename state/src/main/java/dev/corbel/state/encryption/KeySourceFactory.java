package dev.corbel.state.encryption;

import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.value.MapValue;

/**
 * Makes key sources from the blocks of one name in {@code encryption { … }}. Found by {@link java.util.ServiceLoader}; loading
 * one must load no class of a cloud's SDK, and neither must {@link #schema}.
 */
public interface KeySourceFactory {

    /** The name of the block, and the {@linkplain KeySource#kind kind} of the sources. */
    String kind();

    /** The schema of the block. */
    Schema schema();

    /**
     * A source for a block.
     *
     * @param settings follow the schema; what was left out is not there
     * @throws dev.corbel.providers.api.diagnostic.DiagnosticsException where they make no sense together
     */
    KeySource open(MapValue settings, KeySourceContext context);
}
