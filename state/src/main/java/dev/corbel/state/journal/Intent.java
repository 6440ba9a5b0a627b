package dev.corbel.state.journal;

import dev.corbel.providers.api.IdentityClass;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.state.model.ProviderRecord;
import dev.corbel.state.model.StateChange;
import dev.corbel.state.model.StateObject;
import java.util.Optional;

/**
 * The intention to make a call, written and synced before it.
 *
 * @param operation this operation's id; also the token that the provider gets
 * @param identity how what it creates can be found again
 * @param planned the known part of what it shall be, without write-only attributes; empty for a deletion
 * @param template the object as it will be stored, for everything but its attributes; empty for a deletion
 * @param deposedKey the deposed object that it is about, where it is about one; of a creation, the key under which the intent
 *     itself deposes the object that is there
 * @param digest of the request
 */
public record Intent(
        String operation,
        Address address,
        Action action,
        ProviderRecord provider,
        IdentityClass identity,
        MapValue planned,
        Optional<StateObject> template,
        Optional<String> deposedKey,
        String digest) {

    /**
     * Makes room for a creation: the object that it shall replace is deposed with the intent, so that a crash leaves both or
     * neither.
     */
    public Optional<StateChange.Depose> deposing() {
        return deposedKey.filter(key -> action == Action.CREATE).map(key -> new StateChange.Depose(address, key));
    }

    /** Undoes {@link #deposing} where the call is not made. */
    public Optional<StateChange.Restore> restoring() {
        return deposing().map(depose -> new StateChange.Restore(depose.address(), depose.key()));
    }

    /** The kind of the call. */
    public enum Action {
        CREATE,
        UPDATE,
        DELETE
    }
}
