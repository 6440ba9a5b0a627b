package dev.corbel.state.conformance;

import dev.corbel.state.StateBackend;
import dev.corbel.state.StateTransaction;
import dev.corbel.state.local.LocalStateStore;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** The lock of files goes with the process, so a run that is killed is one that closes without a commit. */
class LocalStateTest {
    @TempDir
    Path project;

    private StateBackend local(String environment) {
        return new LocalStateStore(project, environment, "0.1.0");
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
    class Lock extends StateLockContract {
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
