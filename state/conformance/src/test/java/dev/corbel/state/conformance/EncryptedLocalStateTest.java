package dev.corbel.state.conformance;

import dev.corbel.state.StateBackend;
import dev.corbel.state.StateTransaction;
import dev.corbel.state.local.LocalStateStore;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** Encryption changes nothing but what is in the files. */
class EncryptedLocalStateTest {
    @TempDir
    Path project;

    private StateBackend local(String environment) {
        return new LocalStateStore(project, "0.1.0", NamedKey.encryption(environment));
    }

    @Nested
    class Transactions extends StateBackendContract {
        @Override
        protected StateBackend open(String name) {
            return local(name);
        }

        @Override
        protected void kill(StateTransaction transaction) {
            transaction.close();
        }
    }

    @Nested
    class Pushing extends StatePushContract {
        @Override
        protected StateBackend open(String name) {
            return local(name);
        }

        @Override
        protected void kill(StateTransaction transaction) {
            transaction.close();
        }
    }
}
