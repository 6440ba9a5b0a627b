package dev.corbel.state.model;

import dev.corbel.providers.api.address.Address;

/** A change of state. Applying the same one twice gives the same as applying it once. */
public sealed interface StateChange {

    /** The current object of an address is now this. */
    record PutCurrent(Address address, StateObject object) implements StateChange {}

    /** The current object of an address is gone, or no longer ours. */
    record RemoveCurrent(Address address) implements StateChange {}

    /** The current object of an address waits for its deletion under this key. */
    record Depose(Address address, String key) implements StateChange {}

    /** The deposed object is the current one again: its replacement was never created. */
    record Restore(Address address, String key) implements StateChange {}

    /** The deposed object is now this. */
    record PutDeposed(Address address, String key, StateObject object) implements StateChange {}

    /** The deposed object is gone, or no longer ours. */
    record RemoveDeposed(Address address, String key) implements StateChange {}

    /** All objects of an address stand under another one; nothing stood there. */
    record Move(Address from, Address to) implements StateChange {}

    record PutOutput(String name, OutputValue value) implements StateChange {}

    record RemoveOutput(String name) implements StateChange {}

    record PutBlueprint(Address component, int version) implements StateChange {}

    record RemoveBlueprint(Address component) implements StateChange {}
}
