package dev.corbel.state.aws;

import dev.corbel.emulators.LocalStackExtension;
import dev.corbel.emulators.LocalStackServer;
import dev.corbel.state.conformance.ObjectStoreContract;
import dev.corbel.state.conformance.RemoteStateContract;
import dev.corbel.state.remote.ObjectStore;
import dev.corbel.state.remote.RemoteSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/** A second opinion on what S3 does. */
@ExtendWith(LocalStackExtension.class)
class LocalStackTest {
    private final LocalStackServer server;

    LocalStackTest(LocalStackServer server) {
        this.server = server;
    }

    @BeforeEach
    void makeBucket() {
        Blocks.makeBucket(server.endpoint());
    }

    private ObjectStore place(String folder) {
        return new S3Objects(Blocks.s3(server.endpoint()), folder);
    }

    @Nested
    class Objects extends ObjectStoreContract {
        @Override
        protected ObjectStore connect(String folder) {
            return place(folder);
        }
    }

    /** The contract of all that stands on {@link Objects}; it is tried on moto each time. */
    @Nested
    @Tag("proof")
    @EnabledIfSystemProperty(
            named = "corbel.places",
            matches = "all",
            disabledReason = "Skipped, since this is part of the long form of the proofs")
    class State extends RemoteStateContract {
        @Override
        protected ObjectStore connect(String folder) {
            return place(folder);
        }

        @Override
        protected RemoteSettings settings() {
            return RemoteSettings.standard().faster(5);
        }
    }
}
