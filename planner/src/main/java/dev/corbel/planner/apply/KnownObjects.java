package dev.corbel.planner.apply;

import dev.corbel.providers.api.address.Address;
import dev.corbel.state.model.ResourceInstance;
import dev.corbel.state.model.State;
import dev.corbel.state.model.StateChange;
import dev.corbel.state.model.StateObject;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** All objects as they are known while operations change them. A change costs the same however many there are. */
final class KnownObjects {
    private final Map<Address, StateObject> current = new ConcurrentHashMap<>();
    private final Map<Deposed, StateObject> deposed = new ConcurrentHashMap<>();

    private record Deposed(Address address, String key) {}

    KnownObjects(State start) {
        for (ResourceInstance instance : start.instances().values()) {
            instance.current().ifPresent(object -> current.put(instance.address(), object));
            instance.deposed().forEach((key, object) -> deposed.put(new Deposed(instance.address(), key), object));
        }
    }

    Optional<StateObject> current(Address address) {
        return Optional.ofNullable(current.get(address));
    }

    /** The object that an operation is about: the deposed one of this key, else the current one. */
    Optional<StateObject> get(Address address, Optional<String> deposedKey) {
        return deposedKey.isPresent()
                ? Optional.ofNullable(deposed.get(new Deposed(address, deposedKey.get())))
                : current(address);
    }

    /** Follows a change of state that an operation makes; moves and the like are over by then. */
    void follow(StateChange change) {
        if (change instanceof StateChange.PutCurrent put) {
            current.put(put.address(), put.object());
        } else if (change instanceof StateChange.RemoveCurrent remove) {
            current.remove(remove.address());
        } else if (change instanceof StateChange.PutDeposed put) {
            deposed.put(new Deposed(put.address(), put.key()), put.object());
        } else if (change instanceof StateChange.RemoveDeposed remove) {
            deposed.remove(new Deposed(remove.address(), remove.key()));
        } else if (change instanceof StateChange.Depose depose) {
            StateObject object = current.remove(depose.address());
            if (object != null) {
                deposed.put(new Deposed(depose.address(), depose.key()), object);
            }
        } else if (change instanceof StateChange.Restore restore) {
            StateObject object = deposed.remove(new Deposed(restore.address(), restore.key()));
            if (object != null) {
                current.put(restore.address(), object);
            }
        }
    }
}
