package dev.corbel.state.conformance;

import dev.corbel.state.remote.RemoteObjects;

class MemoryStateTest extends RemoteStateContract {
    private final MemoryPlace place = new MemoryPlace();

    @Override
    protected RemoteObjects connect(String folder) {
        return place.connect(folder);
    }
}
