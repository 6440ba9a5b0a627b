package dev.corbel.state.backend;

import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.diagnostic.Suggestion;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.state.StateBackend;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** All kinds of places for state, by name. */
public final class StateBackends {
    private final Map<String, StateBackendFactory> factories = new TreeMap<>();

    public StateBackends(Iterable<? extends StateBackendFactory> factories) {
        for (StateBackendFactory factory : factories) {
            if (this.factories.put(factory.name(), factory) != null) {
                throw new IllegalArgumentException("two places for state are called " + factory.name());
            }
        }
    }

    /** The places on the class path. */
    public static StateBackends discover() {
        return new StateBackends(ServiceLoader.load(StateBackendFactory.class));
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
        return factory(block).open(configuration(block), context);
    }

    private MapValue configuration(StateBlock block) {
        return new ConfigurationCheck(block).check(factory(block).configuration());
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
