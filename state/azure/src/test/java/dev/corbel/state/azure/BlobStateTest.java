package dev.corbel.state.azure;

import dev.corbel.emulators.AzuriteExtension;
import dev.corbel.emulators.AzuriteServer;
import dev.corbel.state.conformance.RemoteStateContract;
import dev.corbel.state.remote.ObjectStore;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(AzuriteExtension.class)
class BlobStateTest extends RemoteStateContract {
    @SuppressWarnings("NullAway.Init")
    private static ShortLeases leases;

    @BeforeAll
    static void makeContainer(AzuriteServer server) {
        leases = new ShortLeases(TestContainer.on(server));
    }

    @Override
    protected ObjectStore connect(String folder) {
        return leases.connect(folder, settings().lease());
    }
}
