package dev.corbel.planner.plan;

import dev.corbel.providers.api.address.Address;
import java.util.List;
import java.util.Optional;

/**
 * One primitive step of a plan. A replacement is two of them (and, create-first, an operation that deposes in between is
 * part of {@link Kind#CREATE}).
 *
 * @param address of the instance; empty for outputs and checks, which {@code name} names
 * @param change the number of the resource change that it carries out, counted from zero; -1 for none
 * @param deposedKey for a deletion: the deposed object to delete. For a creation: the key under which the current object
 *     is deposed first; empty where nothing stands there
 * @param after numbers of the operations that must have succeeded before
 */
public record Operation(
        Kind kind,
        Optional<Address> address,
        Optional<String> name,
        int change,
        Optional<String> deposedKey,
        List<Integer> after) {

    public Operation {
        after = List.copyOf(after);
    }

    /** The object that this is about, for people: its address, and its key where it is a deposed one; empty where it is about none. */
    public Optional<String> object() {
        return address.map(place -> place
                + deposedKey
                        .filter(key -> kind == Kind.DELETE || kind == Kind.FORGET)
                        .map(key -> " (deposed object " + key + ")")
                        .orElse(""));
    }

    /** The kind of an operation. */
    public enum Kind {
        /** Look up a data source. */
        READ,
        CREATE,
        UPDATE,
        DELETE,
        /** Take an object out of state and leave it alone. */
        FORGET,
        /** Evaluate an instance that does not change, so that others can refer to it; no call. */
        EVALUATE,
        /** Compute an output and store it. */
        OUTPUT,
        /** Evaluate a check block. */
        CHECK
    }
}
