package dev.corbel.state.backend;

import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.state.StateBackend;

/**
 * A kind of state backend. Found by {@code ServiceLoader}. Everything here except {@link #open} answers from memory,
 * without loading a client library.
 */
public interface StateBackendFactory {

    /** The name in {@code state('NAME')}. */
    String name();

    /** The schema of the block: attributes, and single blocks. */
    Schema configuration();

    /**
     * Opens the place. Connections open when they are first needed.
     *
     * @param configuration of the schema's types, with defaults, wholly known
     * @throws DiagnosticsException where the configuration leads nowhere
     */
    StateBackend open(MapValue configuration, BackendContext context);
}
