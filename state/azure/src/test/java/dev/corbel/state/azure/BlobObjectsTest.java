package dev.corbel.state.azure;

import dev.corbel.emulators.AzuriteExtension;
import dev.corbel.emulators.AzuriteServer;
import dev.corbel.state.conformance.ObjectStoreContract;
import dev.corbel.state.remote.ObjectStore;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(AzuriteExtension.class)
class BlobObjectsTest extends ObjectStoreContract {
    @SuppressWarnings("NullAway.Init")
    private static TestContainer container;

    @BeforeAll
    static void makeContainer(AzuriteServer server) {
        container = TestContainer.on(server);
    }

    @Override
    protected ObjectStore connect(String folder) {
        return container.connect(folder);
    }
}
