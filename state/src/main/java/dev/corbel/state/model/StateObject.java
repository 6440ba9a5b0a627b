package dev.corbel.state.model;

import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.value.MapValue;
import java.util.List;

/**
 * An object that exists, and all that is needed to change or delete it when its block is gone.
 *
 * @param schemaVersion of the attributes
 * @param attributes as the provider gave them, without write-only ones; sensitive ones are marked
 * @param privateData the provider's own
 * @param dependencies what it was built from, by its values or {@code dependsOn}
 * @param createBeforeDestroy whether a replacement comes before its end, by itself or for something that uses it
 * @param tainted whether it must be replaced
 * @param generation how many objects stood here before it
 */
public record StateObject(
        ProviderRecord provider,
        int schemaVersion,
        MapValue attributes,
        String privateData,
        List<Address> dependencies,
        boolean createBeforeDestroy,
        boolean tainted,
        int generation) {
    public StateObject {
        dependencies = List.copyOf(dependencies);
    }

    /** The same object after it was read or changed. */
    public StateObject withAttributes(MapValue newAttributes, String newPrivateData) {
        return new StateObject(
                provider,
                schemaVersion,
                newAttributes,
                newPrivateData,
                dependencies,
                createBeforeDestroy,
                tainted,
                generation);
    }

    public StateObject withTainted(boolean value) {
        return new StateObject(
                provider, schemaVersion, attributes, privateData, dependencies, createBeforeDestroy, value, generation);
    }

    /** The same object as it was found or upgraded. */
    public StateObject withAttributes(int version, MapValue found, String ownData) {
        return new StateObject(
                provider, version, found, ownData, dependencies, createBeforeDestroy, tainted, generation);
    }

    /** The same object with other records of what it uses. */
    public StateObject withDependencies(List<Address> uses, boolean createFirst) {
        return new StateObject(
                provider, schemaVersion, attributes, privateData, uses, createFirst, tainted, generation);
    }

    /** The same object in the care of another provider configuration. */
    public StateObject withProvider(ProviderRecord other) {
        return new StateObject(
                other, schemaVersion, attributes, privateData, dependencies, createBeforeDestroy, tainted, generation);
    }
}
