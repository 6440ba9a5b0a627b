package dev.corbel.state.model;

import dev.corbel.providers.api.address.Address;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** State under change. Each change costs the same however much there is. Not safe for use by several threads. */
public final class StateBuilder {
    private final Map<Address, ResourceInstance> instances;
    private final Map<String, OutputValue> outputs;
    private final Map<Address, Integer> blueprints;
    private boolean changed;

    public StateBuilder(State start) {
        this.instances = new LinkedHashMap<>(start.instances());
        this.outputs = new HashMap<>(start.outputs());
        this.blueprints = new LinkedHashMap<>(start.blueprints());
    }

    /** Tells whether anything is different since the start, or was for a while. */
    public boolean changed() {
        return changed;
    }

    /** The state as it is now, under the names that are given. */
    public State build(String environment, String lineage, long serial) {
        return new State(environment, lineage, serial, instances, outputs, blueprints);
    }

    /**
     * Makes a change; one that was made already changes nothing. An {@link IllegalStateException} where an object would
     * be lost because another one stands in its place.
     */
    public void apply(StateChange change) {
        if (change instanceof StateChange.PutCurrent put) {
            update(put.address(), edit -> edit.current = put.object());
        } else if (change instanceof StateChange.RemoveCurrent remove) {
            update(remove.address(), edit -> edit.current = null);
        } else if (change instanceof StateChange.Depose depose) {
            update(depose.address(), edit -> edit.depose(depose.key()));
        } else if (change instanceof StateChange.Restore restore) {
            update(restore.address(), edit -> edit.restore(restore.key()));
        } else if (change instanceof StateChange.PutDeposed put) {
            update(put.address(), edit -> edit.deposed.put(put.key(), put.object()));
        } else if (change instanceof StateChange.RemoveDeposed remove) {
            update(remove.address(), edit -> edit.deposed.remove(remove.key()));
        } else if (change instanceof StateChange.Move move) {
            move(move.from(), move.to());
        } else if (change instanceof StateChange.PutOutput put) {
            note(outputs.put(put.name(), put.value()), put.value());
        } else if (change instanceof StateChange.RemoveOutput remove) {
            note(outputs.remove(remove.name()), null);
        } else if (change instanceof StateChange.PutBlueprint put) {
            note(blueprints.put(put.component(), put.version()), put.version());
        } else if (change instanceof StateChange.RemoveBlueprint remove) {
            note(blueprints.remove(remove.component()), null);
        }
    }

    private void update(Address address, java.util.function.Consumer<InstanceEdit> change) {
        ResourceInstance before = instances.get(address);
        InstanceEdit edit = new InstanceEdit(address, before);
        change.accept(edit);
        ResourceInstance after = edit.result();
        if (after == null) {
            instances.remove(address);
        } else {
            instances.put(address, after);
        }
        note(before, after);
    }

    private void move(Address from, Address to) {
        ResourceInstance moved = instances.get(from);
        if (moved == null || from.equals(to)) {
            return;
        }
        if (instances.containsKey(to)) {
            throw new IllegalStateException("cannot move " + from + " to " + to + ": something stands there");
        }
        instances.remove(from);
        instances.put(to, new ResourceInstance(to, moved.current(), moved.deposed()));
        changed = true;
    }

    private void note(@Nullable Object before, @Nullable Object after) {
        changed |= !Objects.equals(before, after);
    }

    /** The objects of one address while they change. */
    private static final class InstanceEdit {
        private final Address address;
        private final Map<String, StateObject> deposed;
        private @Nullable StateObject current;

        InstanceEdit(Address address, @Nullable ResourceInstance before) {
            this.address = address;
            this.deposed = before == null ? new HashMap<>() : new HashMap<>(before.deposed());
            this.current = before == null ? null : before.current().orElse(null);
        }

        void depose(String key) {
            if (current == null) {
                return;
            }
            if (deposed.containsKey(key)) {
                throw new IllegalStateException(address + " has a deposed object " + key + " already");
            }
            deposed.put(key, current);
            current = null;
        }

        void restore(String key) {
            StateObject object = deposed.get(key);
            if (object == null) {
                return;
            }
            if (current != null) {
                throw new IllegalStateException(address + " has a current object; " + key + " cannot take its place");
            }
            deposed.remove(key);
            current = object;
        }

        @Nullable
        ResourceInstance result() {
            return current == null && deposed.isEmpty()
                    ? null
                    : new ResourceInstance(address, Optional.ofNullable(current), deposed);
        }
    }
}
