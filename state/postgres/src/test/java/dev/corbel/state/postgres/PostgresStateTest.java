package dev.corbel.state.postgres;

import dev.corbel.emulators.PostgresExtension;
import dev.corbel.emulators.PostgresServer;
import dev.corbel.state.conformance.RemoteStateContract;
import dev.corbel.state.remote.ObjectStore;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
class PostgresStateTest extends RemoteStateContract {
    @SuppressWarnings("NullAway.Init")
    private static TestDatabase database;

    @BeforeAll
    static void makeDatabase(PostgresServer server) {
        database = TestDatabase.on(server);
    }

    @Override
    protected ObjectStore connect(String folder) {
        return database.connect(folder);
    }
}
