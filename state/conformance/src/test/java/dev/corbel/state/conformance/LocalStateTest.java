package dev.corbel.state.conformance;

import dev.corbel.state.local.LocalStateStore;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** All contracts of a backend, for state in files. */
class LocalStateTest {
    @TempDir
    Path project;

    private final TestedFiles files =
            new TestedFiles(environment -> new LocalStateStore(project, environment, "0.1.0"));

    @Nested
    class Transactions extends StateBackendContract {
        Transactions() {
            super(files);
        }
    }

    @Nested
    class Lock extends StateLockContract {
        Lock() {
            super(files);
        }
    }

    @Nested
    class Pushing extends StatePushContract {
        Pushing() {
            super(files);
        }
    }
}
