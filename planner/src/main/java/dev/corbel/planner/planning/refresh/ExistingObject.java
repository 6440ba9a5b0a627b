package dev.corbel.planner.planning.refresh;

import dev.corbel.planner.object.StoredAttributes;
import dev.corbel.providers.api.ResourceType;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.state.model.StateObject;
import java.util.Optional;

/** An object of state, current or deposed, with the type that reads it. */
record ExistingObject(Address address, Optional<String> deposedKey, StateObject object, ResourceType type) {

    ExistingObject with(StateObject changed) {
        return new ExistingObject(address, deposedKey, changed, type);
    }

    String provider() {
        return object.provider().key().provider();
    }

    /** The problem with attributes that the type returned. */
    Diagnostic misfit(StoredAttributes.UnfitException unfit) {
        return Diagnostic.error(
                "Provider \"" + provider() + "\" returned an object that does not fit",
                unfit.getMessage() + " It is a bug in the provider, not in the definition.");
    }
}
