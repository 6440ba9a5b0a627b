package dev.corbel.cli.testing.place;

import dev.corbel.state.conformance.ObjectStoreContract;
import dev.corbel.state.remote.ObjectStore;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class FolderObjectsTest extends ObjectStoreContract {
    @TempDir
    private Path root;

    @Override
    protected ObjectStore connect(String folder) {
        return new FolderObjects(root.resolve(folder));
    }
}
