package dev.corbel.state.conformance;

import dev.corbel.state.local.LocalStateStore;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** Encryption changes nothing but what is in the files. */
class EncryptedLocalStateTest {
    @TempDir
    Path project;

    private final TestedFiles files =
            new TestedFiles(environment -> new LocalStateStore(project, "0.1.0", NamedKey.encryption(environment)));

    @Nested
    class Transactions extends StateBackendContract {
        Transactions() {
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
