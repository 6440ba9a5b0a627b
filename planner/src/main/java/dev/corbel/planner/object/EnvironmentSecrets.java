package dev.corbel.planner.object;

import dev.corbel.dsl.model.Definition;
import dev.corbel.dsl.model.VariableDeclaration;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.state.model.State;
import dev.corbel.state.model.StateObject;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The sensitive values that an environment has, in its variables and in state. A data source may look up what holds one of
 * them. Collected when first needed; used by many threads at once.
 */
public final class EnvironmentSecrets {
    private final Definition definition;
    private final State state;
    private @Nullable Secrets secrets;

    public EnvironmentSecrets(Definition definition, State state) {
        this.definition = definition;
        this.state = state;
    }

    /** The object with a mark on everything that is one of them. */
    MapValue mark(MapValue found) {
        return secrets().mark(found);
    }

    private synchronized Secrets secrets() {
        if (secrets == null) {
            Stream<MapValue> objects = state.instances().values().stream()
                    .flatMap(instance ->
                            Stream.concat(instance.current().stream(), instance.deposed().values().stream()))
                    .map(StateObject::attributes);
            secrets = Secrets.ofAll(
                    Stream.concat(definition.variables().stream().map(VariableDeclaration::value), objects));
        }
        return secrets;
    }
}
