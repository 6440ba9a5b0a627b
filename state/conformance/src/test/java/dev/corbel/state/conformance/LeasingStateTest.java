package dev.corbel.state.conformance;

import dev.corbel.state.remote.LeaseTime;
import dev.corbel.state.remote.ObjectStore;

/** A store with leases of its own, as long as those of the head. */
class LeasingStateTest extends RemoteStateContract {
    private final InMemoryObjectStore place =
            InMemoryObjectStore.withLeases(LeaseTime.SYSTEM, settings().lease());

    @Override
    protected ObjectStore connect(String folder) {
        return place.connect(folder);
    }
}
