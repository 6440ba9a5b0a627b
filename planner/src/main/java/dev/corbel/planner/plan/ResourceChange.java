package dev.corbel.planner.plan;

import dev.corbel.providers.api.ProviderKey;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.api.value.ValuePath;
import java.util.List;
import java.util.Optional;

/**
 * The change of one instance or one deposed object, or the drift that was found on it.
 *
 * @param previousAddress where it stood before a move
 * @param deposedKey where it is about a deposed object
 * @param adoptedId the provider's id of an existing object that is taken over
 * @param before the object as it is, with marks; null for a creation
 * @param after the object as it will be, with unknowns and marks; null for a deletion
 * @param replacePaths the attributes whose change needs a new object
 * @param dependencies what the object will be recorded to depend on; those of the object that goes, for a deletion
 * @param createBeforeDestroy what it will be recorded with: by its own lifecycle or for something that uses it
 */
public record ResourceChange(
        Address address,
        Optional<Address> previousAddress,
        Optional<String> deposedKey,
        Optional<String> adoptedId,
        ProviderKey provider,
        Action action,
        ActionReason reason,
        Value before,
        Value after,
        List<ValuePath> replacePaths,
        List<Address> dependencies,
        boolean createBeforeDestroy) {
    public ResourceChange {
        replacePaths = List.copyOf(replacePaths);
        dependencies = List.copyOf(dependencies);
    }

    /** Tells whether people count it as a change; a data source that is read while applying is none. */
    public boolean isChange() {
        return (action != Action.NO_OP && action != Action.READ)
                || previousAddress.isPresent()
                || adoptedId.isPresent();
    }
}
