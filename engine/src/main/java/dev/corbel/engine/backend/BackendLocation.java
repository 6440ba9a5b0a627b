package dev.corbel.engine.backend;

import dev.corbel.dsl.model.BackendDeclaration;
import dev.corbel.providers.api.value.Value;
import dev.corbel.state.backend.StateBlock;
import dev.corbel.state.encryption.KeySources;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The location of state that a {@code state} block names, by which two blocks can be compared.
 *
 * @param isLocal whether it is files beside the project
 * @param title as people know it, such as {@code state('s3')}
 * @param configuration of the backend, without encryption, which does not tell where state is
 */
public record BackendLocation(boolean isLocal, String title, Map<String, Value> configuration) {
    private static final String LOCAL = StateBlock.NONE.type();

    public BackendLocation {
        configuration = Map.copyOf(configuration);
    }

    /** The location of a block; without one, that of files beside the project. */
    public static BackendLocation of(Optional<BackendDeclaration> declaration) {
        String type = declaration.map(BackendDeclaration::type).orElse(LOCAL);
        Map<String, Value> configuration = new TreeMap<>();
        declaration.ifPresent(
                block -> configuration.putAll(block.configuration().entries()));
        configuration.remove(KeySources.BLOCK);
        boolean local = type.equals(LOCAL);
        return new BackendLocation(local, local ? "files beside the project" : "state('" + type + "')", configuration);
    }

    /** The names of the attributes in which two locations of one backend type differ, sorted. */
    public Set<String> differences(BackendLocation other) {
        Set<String> names = new TreeSet<>(configuration.keySet());
        names.addAll(other.configuration.keySet());
        names.removeIf(name ->
                configuration.containsKey(name) && configuration.get(name).equals(other.configuration.get(name)));
        return names;
    }
}
