package dev.corbel.planner.recovery;

import dev.corbel.planner.object.IntentRedaction;
import dev.corbel.planner.object.StoredAttributes;
import dev.corbel.providers.api.IdentityClass;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ResourceType;
import dev.corbel.providers.api.ResourceType.CreateRequest;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.state.edit.StateEdits;
import dev.corbel.state.journal.Intent;
import dev.corbel.state.model.State;
import dev.corbel.state.model.StateChange;
import dev.corbel.state.model.StateObject;
import java.util.List;
import java.util.Optional;

/** Looks for the object of an interrupted creation in the way that its identity class names. */
final class CreationSearch {
    private final State state;
    private final ResourceType type;
    private final Intent intent;
    private final Address address;
    private final InterruptedCall call;

    CreationSearch(State state, ResourceType type, Intent intent) {
        this.state = state;
        this.type = type;
        this.intent = intent;
        this.address = intent.address();
        this.call = new InterruptedCall(state.environment(), intent);
    }

    Finding find(RecoverySessions providers, boolean repeat) {
        if (state.current(address).isPresent()) {
            return new Finding.Settled(List.of(), "State has an object of this address by now.");
        }
        CreateRequest request =
                new CreateRequest(address, intent.planned().fullyUnmarked(), intent.operation(), Optional.empty());
        return switch (intent.identity()) {
            case NATURAL_KEY, TAG -> search(providers, request);
            case CLIENT_TOKEN -> repeat(providers, request, repeat);
            case NONE -> new Finding.Stuck(call.cannotBeFound());
        };
    }

    private Finding search(RecoverySessions providers, CreateRequest request) {
        try {
            RecoverySessions.Open open = providers.open(intent.provider());
            return open.secrets()
                    .hide(() -> type.recover(open.session(), request))
                    .map(object -> found(object, false, "It was created, and is in state now" + id(object) + "."))
                    .orElseGet(this::absent);
        } catch (ProviderException failure) {
            return new Finding.Stuck(call.unanswered(failure.diagnostic()));
        }
    }

    /** The same token leads to the same object, whether the first call had its effect or not. */
    private Finding repeat(RecoverySessions providers, CreateRequest request, boolean repeat) {
        if (IntentRedaction.isIn(intent.planned())) {
            return new Finding.Stuck(call.cannotBeRepeated());
        }
        if (!repeat) {
            return new Finding.Left(
                    "It may have had its effect or not. The next apply repeats it in a way that makes no"
                            + " second object.");
        }
        try {
            RecoverySessions.Open open = providers.open(intent.provider());
            ObjectState object = open.secrets().hide(() -> type.create(open.session(), request));
            return found(object, false, "It was repeated, and its object is in state now" + id(object) + ".");
        } catch (ProviderException failure) {
            return failure.object()
                    .map(object -> found(
                            object,
                            true,
                            "It was repeated, and failed half-way: "
                                    + failure.diagnostic().summary() + "."))
                    .orElseGet(() -> new Finding.Stuck(call.unanswered(failure.diagnostic())));
        }
    }

    private Finding found(ObjectState object, boolean tainted, String words) {
        try {
            StateObject template = intent.template().orElseThrow();
            MapValue attributes = StoredAttributes.of(type.schema(), object.attributes(), intent.planned());
            StateObject stored = template.withAttributes(attributes, object.privateData());
            return new Finding.Settled(
                    List.of(new StateChange.PutCurrent(address, stored.withTainted(tainted))), words);
        } catch (StoredAttributes.UnfitException unfit) {
            return new Finding.Stuck(Diagnostic.error(
                    "Provider \"" + intent.provider().key().provider() + "\" returned an object that does not fit",
                    unfit.getMessage() + " It is a bug in the provider, not in the definition."));
        }
    }

    /** A name may be among what was held back; a tag is the operation's id, which is known. */
    private Finding absent() {
        if (intent.identity() == IdentityClass.NATURAL_KEY
                && IntentRedaction.isInOpenPlaces(type.schema(), intent.planned())) {
            return new Finding.Stuck(call.notFoundWithoutSecrets());
        }
        return new Finding.Settled(StateEdits.nothingCreated(state, intent), "Nothing was created.");
    }

    private static String id(ObjectState object) {
        return object.attributes().text("id").map(id -> " (id " + id + ")").orElse("");
    }
}
