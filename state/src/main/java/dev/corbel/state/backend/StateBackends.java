package dev.corbel.state.backend;

import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.diagnostic.Suggestion;
import dev.corbel.providers.api.schema.BlockType;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.state.StateBackend;
import dev.corbel.state.encryption.KeySourceContext;
import dev.corbel.state.encryption.KeySources;
import dev.corbel.state.encryption.StateEncryption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** All kinds of state backends, by name. */
public final class StateBackends {
    private final Map<String, StateBackendFactory> factories = new TreeMap<>();
    private final KeySources keys;

    public StateBackends(Iterable<? extends StateBackendFactory> factories, KeySources keys) {
        this.keys = keys;
        for (StateBackendFactory factory : factories) {
            if (this.factories.put(factory.name(), factory) != null) {
                throw new IllegalArgumentException("two state backends are called " + factory.name());
            }
        }
    }

    /** The places on the class path. */
    public static StateBackends discover() {
        return new StateBackends(ServiceLoader.load(StateBackendFactory.class), KeySources.discover());
    }

    /**
     * Checks a block without opening anything.
     *
     * @throws DiagnosticsException with all its problems
     */
    public void check(StateBlock block) {
        configuration(block);
    }

    /** Opens the place that a block names; a {@link DiagnosticsException} where that cannot be. */
    public StateBackend open(StateBlock block, BackendContext context) {
        Map<String, Value> configuration =
                new LinkedHashMap<>(configuration(block).entries());
        configuration.remove(KeySources.BLOCK);
        return factory(block).open(new MapValue(configuration), context);
    }

    /**
     * The encryption that a block asks for. No key is needed yet.
     *
     * @throws DiagnosticsException where it makes no sense
     */
    public StateEncryption encryption(StateBlock block, BackendContext context) {
        Optional<SourceRange> place = Optional.ofNullable(block.place(KeySources.BLOCK));
        return keys.encryption(
                context.environment(),
                configuration(block).get(KeySources.BLOCK) instanceof MapValue found ? found : null,
                new KeySourceContext(context.project(), context.variables(), place));
    }

    private MapValue configuration(StateBlock block) {
        Schema schema = factory(block).configuration();
        Map<String, BlockType> blocks = new LinkedHashMap<>(schema.blocks());
        blocks.put(KeySources.BLOCK, keys.block());
        return new ConfigurationCheck(block).check(new Schema(schema.version(), schema.attributes(), blocks));
    }

    private StateBackendFactory factory(StateBlock block) {
        StateBackendFactory factory = factories.get(block.type());
        if (factory == null) {
            throw new DiagnosticsException(Diagnostic.error(
                            "State cannot be kept in \"" + block.type() + "\"",
                            "It can be kept in " + String.join(", ", factories.keySet())
                                    + "; without a state block it is in files beside the project.")
                    .at(block.range().orElse(null))
                    .withHint(Suggestion.didYouMean(block.type(), factories.keySet())
                            .orElse(null)));
        }
        return factory;
    }
}
