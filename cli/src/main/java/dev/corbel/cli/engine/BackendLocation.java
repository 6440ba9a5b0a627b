package dev.corbel.cli.engine;

import dev.corbel.dsl.model.BackendDeclaration;
import dev.corbel.providers.api.value.Value;
import dev.corbel.state.encryption.KeySources;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The place that a state block names, by which two blocks can be compared.
 *
 * @param title as people know it
 * @param configuration of the backend, without encryption, which does not tell where state is
 */
record BackendLocation(String title, Map<String, Value> configuration) {
    static BackendLocation of(Optional<BackendDeclaration> declaration) {
        Map<String, Value> configuration = new TreeMap<>();
        declaration.ifPresent(
                block -> configuration.putAll(block.configuration().entries()));
        configuration.remove(KeySources.BLOCK);
        return new BackendLocation(StatePlace.title(declaration), configuration);
    }

    /** The names of the attributes in which two locations of one kind differ. */
    Set<String> differences(BackendLocation other) {
        Set<String> names = new TreeSet<>(configuration.keySet());
        names.addAll(other.configuration.keySet());
        names.removeIf(name ->
                configuration.containsKey(name) && configuration.get(name).equals(other.configuration.get(name)));
        return names;
    }
}
