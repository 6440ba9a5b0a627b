package dev.corbel.planner.planning.resource;

import dev.corbel.dsl.model.Definition;
import dev.corbel.dsl.model.RemovalDeclaration;
import dev.corbel.planner.object.ObjectId;
import dev.corbel.planner.prior.Prefixes;
import dev.corbel.planner.prior.PriorState;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.state.model.ProviderRecord;
import dev.corbel.state.model.ResourceInstance;
import dev.corbel.state.model.StateObject;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds an object to be adopted that stands in state already. With two addresses, the end of the one would delete the object
 * of the other.
 */
final class AdoptedBefore {
    private final PriorState prior;
    private final String environment;
    private final Prefixes<RemovalDeclaration> removals = new Prefixes<>();
    private final Map<Identity, Set<Address>> places = new HashMap<>();

    /** Objects that may be the same; whether they are depends on their providers. */
    private record Identity(String type, String id) {}

    AdoptedBefore(PriorState prior, Definition definition) {
        this.prior = prior;
        this.environment = definition.environment();
        definition.removals().forEach(removal -> removals.put(removal.address(), removal));
        for (ResourceInstance instance : prior.instances()) {
            instance.current().ifPresent(object -> add(instance.address(), object));
            instance.deposed().values().forEach(object -> add(instance.address(), object));
        }
    }

    /** Takes note of an object at an address. */
    void add(Address address, StateObject object) {
        ObjectId.of(object.attributes()).ifPresent(id -> places.computeIfAbsent(
                        new Identity(address.last().kind(), id), key -> new LinkedHashSet<>())
                .add(address));
    }

    /**
     * The problem with an adoption; empty where no other address has the object.
     *
     * @param attributes the object as it was found
     * @param given the id that the adoption names, for an object that has none of its own
     */
    Optional<Diagnostic> problem(Address address, ProviderRecord provider, MapValue attributes, Value given) {
        String id =
                ObjectId.of(attributes).orElseGet(() -> given.fullyUnmarked().toString());
        boolean secret =
                given.containsSensitive() || attributes.get(ObjectId.NAME).containsSensitive();
        String name = secret ? "The object" : id;
        for (Address other : places.getOrDefault(new Identity(address.last().kind(), id), Set.of())) {
            Optional<ResourceInstance> present = prior.instance(other);
            if (present.isEmpty() || isForgotten(other)) {
                continue;
            }
            ResourceInstance instance = present.get();
            if (instance.current().filter(object -> isIt(object, provider, id)).isPresent()) {
                return Optional.of(known(name, other.toString(), address)
                        .withHint(
                                "To give it this address: corbel state mv %1$s '%2$s' '%3$s'. To let go of it there first: corbel state rm %1$s '%2$s'"
                                        .formatted(environment, other, address)));
            }
            for (Map.Entry<String, StateObject> deposed : instance.deposed().entrySet()) {
                if (isIt(deposed.getValue(), provider, id)) {
                    return Optional.of(known(name, other + " (deposed object " + deposed.getKey() + ")", address)
                            .withHint("To let go of all that is there first: corbel state rm %s '%s'"
                                    .formatted(environment, other)));
                }
            }
        }
        return Optional.empty();
    }

    private static Diagnostic known(String name, String where, Address address) {
        return Diagnostic.error(
                        name + " is " + where + " in state",
                        "An object has one address. With two, what ends at the one would be deleted at the other.")
                .at(address);
    }

    private static boolean isIt(StateObject object, ProviderRecord provider, String id) {
        ProviderRecord its = object.provider();
        boolean sameProvider = its.key().equals(provider.key())
                || (its.key().provider().equals(provider.key().provider())
                        && its.configuration().equals(provider.configuration()));
        return sameProvider
                && ObjectId.of(object.attributes()).filter(id::equals).isPresent();
    }

    /** Lets an object that this very plan forgets have another address at once. */
    private boolean isForgotten(Address other) {
        return removals.find(other).filter(removal -> !removal.destroy()).isPresent();
    }
}
