package dev.corbel.state.edit;

import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.address.Step;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.state.journal.Intent;
import dev.corbel.state.model.ResourceInstance;
import dev.corbel.state.model.State;
import dev.corbel.state.model.StateChange;
import dev.corbel.state.model.StateObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Edits of state as changes to record in a transaction. */
public final class StateEdits {
    private StateEdits() {}

    /** Forgets all objects of these instances; they go on to exist. */
    public static List<StateChange> remove(State state, Collection<Address> instances) {
        List<StateChange> changes = new ArrayList<>();
        for (Address address : instances) {
            Optional<ResourceInstance> instance = state.instance(address);
            if (instance.flatMap(ResourceInstance::current).isPresent()) {
                changes.add(new StateChange.RemoveCurrent(address));
            }
            instance.ifPresent(found ->
                    found.deposed().keySet().forEach(key -> changes.add(new StateChange.RemoveDeposed(address, key))));
        }
        return changes;
    }

    /** Says of an interrupted creation that it made nothing: the object that it was to replace serves again. */
    public static List<StateChange> nothingCreated(State state, Intent intent) {
        Address address = intent.address();
        return intent.deposedKey()
                .filter(key -> state.instance(address)
                        .map(ResourceInstance::deposed)
                        .filter(deposed -> deposed.containsKey(key))
                        .isPresent())
                .map(key -> List.<StateChange>of(new StateChange.Restore(address, key)))
                .orElse(List.of());
    }

    /**
     * Moves an instance, a resource with its instances, or a component with all that is in it, along with what others
     * know about it. A {@link DiagnosticsException} where something stands in the way or the types differ.
     */
    public static List<StateChange> move(State state, Address from, Address to) {
        requireSameType(from, to);
        if (to.isWithin(from) && to.steps().size() > from.steps().size()) {
            throw refusal(from, to, "The destination lies within what is to be moved.");
        }
        Map<Address, Address> moves = new LinkedHashMap<>();
        Map<Address, Address> origins = new LinkedHashMap<>();
        for (Address address : state.instances().keySet()) {
            Address target = moved(address, from, to);
            if (!target.equals(address)) {
                moves.put(address, target);
                Address other = origins.put(target, address);
                if (other != null) {
                    throw refusal(from, to, other + " and " + address + " would both become " + target + ".");
                }
                if (state.instance(target).isPresent()) {
                    throw refusal(from, to, "There is " + target + " already.");
                }
            }
        }
        List<StateChange> changes = new ArrayList<>();
        moves.forEach((origin, target) -> changes.add(new StateChange.Move(origin, target)));
        state.instances().values().forEach(instance -> followDependencies(instance, from, to, changes));
        state.blueprints().forEach((component, version) -> {
            Address target = moved(component, from, to);
            if (!target.equals(component)) {
                changes.add(new StateChange.RemoveBlueprint(component));
                changes.add(new StateChange.PutBlueprint(target, version));
            }
        });
        return changes;
    }

    private static void requireSameType(Address from, Address to) {
        boolean resources = from.isResource() && to.isResource();
        if (resources ? !from.last().kind().equals(to.last().kind()) : from.isResource() != to.isResource()) {
            throw refusal(from, to, "One is " + kind(from) + ", the other " + kind(to) + ".");
        }
    }

    private static String kind(Address address) {
        return (address.isResource() ? "of type " : "a component of kind ")
                + address.last().kind();
    }

    private static void followDependencies(
            ResourceInstance instance, Address from, Address to, List<StateChange> changes) {
        Address address = moved(instance.address(), from, to);
        instance.current()
                .flatMap(object -> following(object, from, to))
                .ifPresent(object -> changes.add(new StateChange.PutCurrent(address, object)));
        instance.deposed().forEach((key, object) -> following(object, from, to)
                .ifPresent(changed -> changes.add(new StateChange.PutDeposed(address, key, changed))));
    }

    /** The object with its dependencies where they are now; empty where none moved. */
    private static Optional<StateObject> following(StateObject object, Address from, Address to) {
        List<Address> dependencies = object.dependencies().stream()
                .map(dependency -> moved(dependency, from, to))
                .toList();
        return dependencies.equals(object.dependencies())
                ? Optional.empty()
                : Optional.of(object.withDependencies(dependencies, object.createBeforeDestroy()));
    }

    /** The address after the move; the same where it is not part of the move. */
    static Address moved(Address address, Address from, Address to) {
        if (!address.isWithin(from)) {
            return address;
        }
        int depth = from.steps().size();
        List<Step> steps = new ArrayList<>(to.steps());
        String key = address.steps().get(depth - 1).key();
        if (from.last().key() == null && key != null && to.last().key() == null) {
            steps.set(steps.size() - 1, new Step(to.last().kind(), to.last().label(), key));
        }
        steps.addAll(address.steps().subList(depth, address.steps().size()));
        return new Address(steps);
    }

    private static DiagnosticsException refusal(Address from, Address to, String detail) {
        return new DiagnosticsException(
                Diagnostic.error("Cannot move " + from + " to " + to, detail).withHint("Nothing was changed."));
    }
}
