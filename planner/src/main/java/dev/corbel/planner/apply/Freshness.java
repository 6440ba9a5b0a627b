package dev.corbel.planner.apply;

import dev.corbel.planner.apply.RunProviders.Access;
import dev.corbel.planner.object.ProviderView;
import dev.corbel.planner.object.ResultConformity;
import dev.corbel.planner.object.StoredAttributes;
import dev.corbel.planner.session.QuotedSecrets;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.ReadableType;
import dev.corbel.providers.api.ResourceType;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.ValuePath;
import dev.corbel.state.model.StateObject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads objects again right before they are written, where the plan is not fresh, and refuses those that changed. */
final class Freshness {
    private final boolean needed;
    private final ProviderCalls calls;

    Freshness(boolean needed, ProviderCalls calls) {
        this.needed = needed;
        this.calls = calls;
    }

    /** Fails where the object is no longer what the plan saw, or is gone. */
    void check(Address address, StateObject seen, ResourceType type, Access access, Optional<SourceRange> range)
            throws OperationFailure {
        if (isGone(address, seen, type, access, range)) {
            throw changed(address, "It is gone.", range);
        }
    }

    /** Tells whether the object is gone; fails where it is there and no longer what the plan saw. */
    boolean isGone(Address address, StateObject seen, ResourceType type, Access access, Optional<SourceRange> range)
            throws OperationFailure {
        if (!needed || !type.hasExternalEffect()) {
            return false;
        }
        ReadableType.ReadRequest request = new ReadableType.ReadRequest(address, ProviderView.of(seen));
        QuotedSecrets secrets = QuotedSecrets.of(access.configuration(), seen.attributes());
        ReadResult result;
        try {
            result = calls.run(
                    access.stored().key().provider(),
                    () -> secrets.hide(
                            () -> type.read(access.session(), List.of(request)).get(0)));
        } catch (ProviderException failure) {
            throw ProviderFailures.of(failure, address, range);
        }
        if (result instanceof ReadResult.Unreadable unreadable) {
            throw new OperationFailure(secrets.hide(unreadable.reason()).at(address));
        }
        if (!(result instanceof ReadResult.Present present)) {
            return true;
        }
        String difference = difference(type, seen.attributes(), present.object().attributes());
        if (!difference.isEmpty()) {
            throw changed(address, difference, range);
        }
        return false;
    }

    private static OperationFailure changed(Address address, String difference, Optional<SourceRange> range) {
        return new OperationFailure(Diagnostic.error(address + " has changed since the plan was made", difference)
                .at(address)
                .at(range.orElse(null))
                .withHint("Nothing was done to it. Plan and apply again."));
    }

    private static String difference(ResourceType type, MapValue seen, MapValue found) {
        MapValue now;
        try {
            now = StoredAttributes.of(type.schema(), found, seen);
        } catch (StoredAttributes.UnfitException unfit) {
            return unfit.getMessage() == null ? "It does not fit its type." : unfit.getMessage();
        }
        List<ValuePath> places = ResultConformity.between(type.schema(), seen, now);
        return places.stream()
                .map(place -> "The attribute " + change(place, seen, now) + ".")
                .collect(Collectors.joining(" "));
    }

    private static String change(ValuePath place, MapValue seen, MapValue now) {
        return ValueText.difference("was", "is", place, place.in(seen), place.in(now));
    }
}
