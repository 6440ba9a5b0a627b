package dev.corbel.planner.plan;

import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import java.util.List;
import java.util.Optional;

/**
 * An object of state that planning could not find out the present condition of: its provider cannot be used, does not
 * answer for it, or has no type any more that fits it.
 *
 * @param id as state has it; empty where it has none, or a sensitive one
 * @param cause the kind of thing that is in the way
 * @param reasons at least one, each of them among the diagnostics of the plan; that of a provider's session may be the
 *     reason of many objects
 */
public record UnreadableObject(
        Address address,
        Optional<String> deposedKey,
        Optional<String> id,
        ReadResult.Cause cause,
        List<Diagnostic> reasons) {
    public UnreadableObject {
        reasons = List.copyOf(reasons);
        if (reasons.isEmpty()) {
            throw new IllegalArgumentException("an object is unreadable for a reason");
        }
    }
}
