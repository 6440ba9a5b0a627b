package dev.corbel.state.model;

import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.value.MapValue;
import java.util.List;
import java.util.Optional;

/**
 * An object that exists, and all that is needed to change or delete it when its block is gone.
 *
 * @param schemaVersion of the attributes
 * @param attributes as the provider gave them, without write-only ones; sensitive ones are marked
 * @param privateData the provider's own
 * @param dependencies what it was built from, by its values or {@code dependsOn}
 * @param createBeforeDestroy whether a replacement comes before its end, by itself or for something that uses it
 * @param preventDestroy the line that forbids to destroy it, as {@code file:line}; empty where nothing does
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
        Optional<String> preventDestroy,
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
                preventDestroy,
                tainted,
                generation);
    }

    public StateObject withTainted(boolean value) {
        return new StateObject(
                provider,
                schemaVersion,
                attributes,
                privateData,
                dependencies,
                createBeforeDestroy,
                preventDestroy,
                value,
                generation);
    }

    /** The same object as it was found or upgraded. */
    public StateObject withAttributes(int version, MapValue found, String ownData) {
        return new StateObject(
                provider,
                version,
                found,
                ownData,
                dependencies,
                createBeforeDestroy,
                preventDestroy,
                tainted,
                generation);
    }

    /** The same object with other records of what it uses. */
    public StateObject withDependencies(List<Address> uses, boolean createFirst) {
        return new StateObject(
                provider,
                schemaVersion,
                attributes,
                privateData,
                uses,
                createFirst,
                preventDestroy,
                tainted,
                generation);
    }

    /** The same object, destroyable or not. */
    public StateObject withPreventDestroy(Optional<String> line) {
        return new StateObject(
                provider,
                schemaVersion,
                attributes,
                privateData,
                dependencies,
                createBeforeDestroy,
                line,
                tainted,
                generation);
    }

    /** The same object in the care of another provider configuration. */
    public StateObject withProvider(ProviderRecord other) {
        return new StateObject(
                other,
                schemaVersion,
                attributes,
                privateData,
                dependencies,
                createBeforeDestroy,
                preventDestroy,
                tainted,
                generation);
    }
}
