package dev.corbel.cli.testing.place;

import dev.corbel.state.conformance.RemoteObjectsContract;
import dev.corbel.state.remote.RemoteObjects;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class FolderObjectsTest extends RemoteObjectsContract {
    @TempDir
    private Path root;

    @Override
    protected RemoteObjects connect(String folder) {
        return new FolderObjects(root.resolve(folder));
    }
}
