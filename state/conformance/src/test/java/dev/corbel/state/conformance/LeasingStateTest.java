package dev.corbel.state.conformance;

import dev.corbel.state.remote.LeaseTime;
import dev.corbel.state.remote.RemoteObjects;

/** A place with leases of its own, as long as those of the head. */
class LeasingStateTest extends RemoteStateContract {
    private final MemoryPlace place =
            MemoryPlace.withLeases(LeaseTime.SYSTEM, settings().lease());

    @Override
    protected RemoteObjects connect(String folder) {
        return place.connect(folder);
    }
}
