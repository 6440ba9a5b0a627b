package dev.corbel.planner.recovery;

import dev.corbel.planner.object.StoredAttributes;
import dev.corbel.providers.api.IdentityClass;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ResourceType;
import dev.corbel.providers.api.ResourceType.CreateRequest;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.schema.Attribute;
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

    CreationSearch(State state, ResourceType type, Intent intent) {
        this.state = state;
        this.type = type;
        this.intent = intent;
        this.address = intent.address();
    }

    Finding find(RecoverySessions providers, boolean repeat) {
        if (state.current(address).isPresent()) {
            return new Finding.Settled(List.of(), "State has an object of this address by now.");
        }
        CreateRequest request = new CreateRequest(address, intent.planned(), intent.operation(), Optional.empty());
        return switch (intent.identity()) {
            case NATURAL_KEY, TAG -> search(providers, request);
            case CLIENT_TOKEN -> repeat(providers, request, repeat);
            case NONE -> new Finding.Stuck(stuck());
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
            return new Finding.Stuck(unanswered(failure.diagnostic()));
        }
    }

    /** The same token leads to the same object, whether the first call had its effect or not. */
    private Finding repeat(RecoverySessions providers, CreateRequest request, boolean repeat) {
        if (!isWhole(request.planned())) {
            return new Finding.Stuck(stuck());
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
                    .orElseGet(() -> new Finding.Stuck(unanswered(failure.diagnostic())));
        }
    }

    /** Whether nothing was held back from the journal: secrets are not kept there. */
    private boolean isWhole(MapValue planned) {
        for (Attribute attribute : type.schema().attributes().values()) {
            if (!attribute.isComputed() && !planned.get(attribute.name()).isWhollyKnown()) {
                return false;
            }
        }
        return true;
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

    private Finding absent() {
        return new Finding.Settled(StateEdits.nothingCreated(state, intent), "Nothing was created.");
    }

    private static String id(ObjectState object) {
        return object.attributes().text("id").map(id -> " (id " + id + ")").orElse("");
    }

    private Diagnostic stuck() {
        String why = intent.identity() == IdentityClass.NONE
                ? "objects of the type %s cannot be found again by themselves"
                : "what it asked for holds secrets, which are not kept, so that the type %s cannot repeat it";
        return Diagnostic.error(
                        "Nobody knows whether %s was created".formatted(address),
                        ("An earlier run did not learn what came of the creation (operation %s, provider \"%s\"), and "
                                        + why + ".")
                                .formatted(
                                        intent.operation(),
                                        intent.provider().key(),
                                        address.last().type()))
                .withHint(byHand());
    }

    /** What stands in the way may pass; who knows better need not wait for that. */
    private Diagnostic unanswered(Diagnostic failure) {
        String known = failure.hint().map(hint -> hint + "\n").orElse("");
        return failure.withHint(
                known + "An earlier run did not learn whether " + address + " was created, and nothing is"
                        + " planned before that is known. Run the command again, or settle it by hand.\n" + byHand());
    }

    private String byHand() {
        return "Look for the object. Where it exists: corbel import '%s' ID. Where not: corbel state rm '%s'"
                .formatted(address, address);
    }
}
