package dev.corbel.cli.proof;

import dev.corbel.cli.testing.TestServices;
import dev.corbel.emulators.PostgresExtension;
import dev.corbel.emulators.PostgresServer;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
class ManyProcessesOnPostgresTest extends ManyProcesses {
    private final int port;
    private final String database;

    ManyProcessesOnPostgresTest(PostgresServer server) {
        this.port = server.port();
        this.database = server.newDatabase();
    }

    @Override
    Place place() {
        String block = "state('postgres') { host = '127.0.0.1'; port = %d; database = '%s'; user = 'postgres' }\n"
                .formatted(port, database);
        return new Place("postgres", block, TestServices.NONE, List.of(), List.of());
    }
}
