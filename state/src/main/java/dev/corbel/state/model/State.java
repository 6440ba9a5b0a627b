package dev.corbel.state.model;

import dev.corbel.providers.api.address.Address;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The objects that an environment is known to consist of.
 *
 * @param lineage the id that the environment got with its first state; empty before that
 * @param serial counts the changes of state; 0 before the first
 * @param instances by address
 * @param outputs by name
 * @param blueprints the version that built each component, by the component's address
 */
public record State(
        String environment,
        String lineage,
        long serial,
        Map<Address, ResourceInstance> instances,
        Map<String, OutputValue> outputs,
        Map<Address, Integer> blueprints) {

    public State {
        instances = Collections.unmodifiableMap(new LinkedHashMap<>(instances));
        outputs = Collections.unmodifiableMap(new TreeMap<>(outputs));
        blueprints = Collections.unmodifiableMap(new LinkedHashMap<>(blueprints));
    }

    /** The state of an environment that was never applied. */
    public static State empty(String environment) {
        return new State(environment, "", 0, Map.of(), Map.of(), Map.of());
    }

    /** The same content for another environment, of another lineage or under another serial. */
    public State as(String otherEnvironment, String otherLineage, long otherSerial) {
        return new State(otherEnvironment, otherLineage, otherSerial, instances, outputs, blueprints);
    }

    public Optional<ResourceInstance> instance(Address address) {
        return Optional.ofNullable(instances.get(address));
    }

    /** The object that serves under an address now; deposed ones do not. */
    public Optional<StateObject> current(Address address) {
        return instance(address).flatMap(ResourceInstance::current);
    }
}
