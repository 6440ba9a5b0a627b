package dev.corbel.state.postgres;

import dev.corbel.emulators.PgBouncer;
import dev.corbel.emulators.PgBouncerExtension;
import dev.corbel.emulators.PostgresExtension;
import dev.corbel.emulators.PostgresServer;
import dev.corbel.state.conformance.ObjectStoreContract;
import dev.corbel.state.remote.ObjectStore;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith({PostgresExtension.class, PgBouncerExtension.class})
class ThroughPoolerTest extends ObjectStoreContract {
    @SuppressWarnings("NullAway.Init")
    private static PostgresSettings settings;

    @BeforeAll
    static void makeDatabase(PostgresServer server, PgBouncer bouncer) {
        TestDatabase database = TestDatabase.on(server);
        settings = database.settings(bouncer.port(), database.user(), "any");
    }

    @Override
    protected ObjectStore connect(String folder) {
        return PostgresObjects.connect(settings, folder);
    }
}
