package dev.corbel.planner.prior;

import dev.corbel.providers.api.address.Address;
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
import java.util.TreeMap;

/** State while planning brings it up to date, with a record of every step. Belongs to one thread. */
public final class PriorState {
    private final State stored;
    private final Map<Address, ResourceInstance> instances;
    private final List<StateChange> changes = new ArrayList<>();

    public PriorState(State stored) {
        this.stored = stored;
        this.instances = new LinkedHashMap<>(stored.instances());
    }

    public State stored() {
        return stored;
    }

    public Optional<ResourceInstance> instance(Address address) {
        return Optional.ofNullable(instances.get(address));
    }

    public Optional<StateObject> current(Address address) {
        return instance(address).flatMap(ResourceInstance::current);
    }

    public boolean has(Address address) {
        return instances.containsKey(address);
    }

    /** All instances as they are now; a copy, so that they may be changed meanwhile. */
    public List<ResourceInstance> instances() {
        return List.copyOf(instances.values());
    }

    public Collection<Address> addresses() {
        return List.copyOf(instances.keySet());
    }

    public void putCurrent(Address address, StateObject object) {
        ResourceInstance old = instances.get(address);
        Map<String, StateObject> deposed = old == null ? Map.of() : old.deposed();
        instances.put(address, new ResourceInstance(address, Optional.of(object), deposed));
        changes.add(new StateChange.PutCurrent(address, object));
    }

    public void putDeposed(Address address, String key, StateObject object) {
        ResourceInstance old = instances.get(address);
        Map<String, StateObject> deposed = new TreeMap<>(old == null ? Map.of() : old.deposed());
        deposed.put(key, object);
        Optional<StateObject> current = old == null ? Optional.empty() : old.current();
        instances.put(address, new ResourceInstance(address, current, deposed));
        changes.add(new StateChange.PutDeposed(address, key, object));
    }

    public void removeCurrent(Address address) {
        ResourceInstance old = instances.get(address);
        if (old != null) {
            keep(address, Optional.empty(), old.deposed());
            changes.add(new StateChange.RemoveCurrent(address));
        }
    }

    public void removeDeposed(Address address, String key) {
        ResourceInstance old = instances.get(address);
        if (old != null) {
            Map<String, StateObject> deposed = new TreeMap<>(old.deposed());
            deposed.remove(key);
            keep(address, old.current(), deposed);
            changes.add(new StateChange.RemoveDeposed(address, key));
        }
    }

    private void keep(Address address, Optional<StateObject> current, Map<String, StateObject> deposed) {
        if (current.isEmpty() && deposed.isEmpty()) {
            instances.remove(address);
        } else {
            instances.put(address, new ResourceInstance(address, current, deposed));
        }
    }

    /** Moves all objects of an address to one where nothing stands. */
    public void move(Address from, Address to) {
        ResourceInstance instance = instances.remove(from);
        if (instance == null || instances.containsKey(to)) {
            throw new IllegalStateException("cannot move " + from + " to " + to);
        }
        instances.put(to, new ResourceInstance(to, instance.current(), instance.deposed()));
        changes.add(new StateChange.Move(from, to));
    }

    /** Records a change that is not about objects. */
    public void record(StateChange change) {
        changes.add(change);
    }

    public List<StateChange> changes() {
        return List.copyOf(changes);
    }

    /** The state that results; outputs are as they were stored. */
    public State state() {
        return new State(
                stored.environment(),
                stored.lineage(),
                stored.serial(),
                instances,
                stored.outputs(),
                stored.blueprints());
    }
}
