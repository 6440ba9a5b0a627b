package dev.corbel.state.conformance;

import dev.corbel.state.StateBackend;
import dev.corbel.state.StateTransaction;
import dev.corbel.state.backend.BackendContext;
import dev.corbel.state.encryption.StateEncryption;
import dev.corbel.state.remote.ObjectStore;
import dev.corbel.state.remote.RemoteSettings;
import dev.corbel.state.remote.RemoteStateStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** All contracts of a backend, for state over an object store. Each adapter has a test that extends this. */
public abstract class RemoteStateContract {
    @TempDir
    Path project;

    /** Connects to a folder of the place, as for {@link ObjectStoreContract#connect}. */
    protected abstract ObjectStore connect(String folder) throws IOException;

    /** Leases as short as the place allows: a killed run is waited for that long. */
    protected RemoteSettings settings() {
        return RemoteSettings.standard().faster(20);
    }

    /** The encryption of content. */
    protected StateEncryption encryption(String environment) {
        return StateEncryption.none(environment);
    }

    /** Opens clients and remembers which one a run has, so that it can be killed. */
    private final class Clients implements TestedBackend {
        private final Map<String, FaultyObjects> lastOf = new ConcurrentHashMap<>();

        @Override
        public StateBackend open(String environment) {
            try {
                FaultyObjects objects =
                        new FaultyObjects(connect(environment), (operation, object) -> Trouble.Fault.NONE);
                lastOf.put(environment, objects);
                BackendContext context =
                        new BackendContext(project, environment, "0.1.0").with(encryption(environment));
                return new RemoteStateStore(objects, context, settings());
            } catch (IOException unreachable) {
                throw new UncheckedIOException(unreachable);
            }
        }

        @Override
        public void kill(String environment, StateTransaction transaction) {
            FaultyObjects objects = lastOf.get(environment);
            if (objects == null) {
                throw new IllegalStateException("nobody opened " + environment);
            }
            objects.set(Trouble.stopAfter(0));
        }
    }

    /** Transactions. */
    @Nested
    final class Transactions extends StateBackendContract {
        Transactions() {
            super(new Clients());
        }
    }

    /** The lock. */
    @Nested
    final class Lock extends StateLockContract {
        Lock() {
            super(new Clients());
        }
    }

    /** Pushing and former states. */
    @Nested
    final class Pushing extends StatePushContract {
        Pushing() {
            super(new Clients());
        }
    }
}
