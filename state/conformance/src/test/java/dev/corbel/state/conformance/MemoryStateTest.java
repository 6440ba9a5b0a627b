package dev.corbel.state.conformance;

import dev.corbel.state.remote.ObjectStore;

class MemoryStateTest extends RemoteStateContract {
    private final InMemoryObjectStore place = new InMemoryObjectStore();

    @Override
    protected ObjectStore connect(String folder) {
        return place.connect(folder);
    }
}
