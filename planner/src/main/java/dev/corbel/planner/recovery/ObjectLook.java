package dev.corbel.planner.recovery;

import dev.corbel.planner.object.ProviderView;
import dev.corbel.planner.object.StoredAttributes;
import dev.corbel.planner.session.QuotedSecrets;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.ReadableType.ReadRequest;
import dev.corbel.providers.api.ResourceType;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.state.journal.Intent;
import dev.corbel.state.model.ResourceInstance;
import dev.corbel.state.model.State;
import dev.corbel.state.model.StateChange;
import dev.corbel.state.model.StateObject;
import java.util.List;
import java.util.Optional;

/** Reads the object of an interrupted update or deletion again. */
final class ObjectLook {
    private final ResourceType type;
    private final Address address;
    private final Intent intent;
    private final Optional<StateObject> known;

    ObjectLook(State state, ResourceType type, Intent intent) {
        this.type = type;
        this.intent = intent;
        this.address = intent.address();
        Optional<ResourceInstance> instance = state.instance(address);
        this.known = intent.deposedKey().isPresent()
                ? instance.map(found -> found.deposed().get(intent.deposedKey().get()))
                : instance.flatMap(ResourceInstance::current);
    }

    Finding find(RecoverySessions providers) {
        if (known.isEmpty()) {
            return new Finding.Settled(List.of(), "State has no object of it any more.");
        }
        StateObject object = known.get();
        ObjectState prior = ProviderView.of(object);
        RecoverySessions.Open open = providers.open(object.provider());
        QuotedSecrets secrets = open.secrets().and(QuotedSecrets.of(object.attributes()));
        ReadResult answer = secrets.keepFrom(() -> type.read(open.session(), List.of(new ReadRequest(address, prior)))
                .get(0));
        if (answer instanceof ReadResult.Present present) {
            return present(object, present.object());
        }
        return answer instanceof ReadResult.Unreadable unreadable
                ? new Finding.Stuck(secrets.hide(unreadable.reason()))
                : new Finding.Settled(List.of(gone()), "The object is gone, and so it is from state.");
    }

    private Finding present(StateObject object, ObjectState now) {
        try {
            MapValue attributes = StoredAttributes.of(type.schema(), now.attributes(), object.attributes());
            StateObject read = object.withAttributes(attributes, now.privateData());
            return new Finding.Settled(List.of(put(read)), "The object is there; it was read again.");
        } catch (StoredAttributes.UnfitException unfit) {
            return new Finding.Stuck(Diagnostic.error(
                    "Provider \"" + object.provider().key().provider() + "\" returned an object that does not fit",
                    unfit.getMessage() + " It is a bug in the provider, not in the definition."));
        }
    }

    private StateChange put(StateObject object) {
        return intent.deposedKey()
                .<StateChange>map(key -> new StateChange.PutDeposed(address, key, object))
                .orElseGet(() -> new StateChange.PutCurrent(address, object));
    }

    private StateChange gone() {
        return intent.deposedKey()
                .<StateChange>map(key -> new StateChange.RemoveDeposed(address, key))
                .orElseGet(() -> new StateChange.RemoveCurrent(address));
    }
}
