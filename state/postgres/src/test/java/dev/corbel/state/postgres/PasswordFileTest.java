package dev.corbel.state.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.emulators.PostgresExtension;
import dev.corbel.emulators.PostgresServer;
import dev.corbel.state.remote.RemoteObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(PostgresExtension.class)
class PasswordFileTest {
    /** The sources that the driver asks before PGPASSFILE. */
    private static final String PROPERTY = "org.postgresql.pgpassfile";

    @TempDir
    private Path folder;

    @AfterEach
    void forget() {
        System.clearProperty(PROPERTY);
    }

    @Test
    void holdsThePassword(PostgresServer server) throws Exception {
        TestDatabase database = TestDatabase.on(server);
        Path file = Files.writeString(
                folder.resolve("passwords"),
                "127.0.0.1:%d:%s:%s:%s\n"
                        .formatted(server.port(), database.name(), database.user(), TestDatabase.PASSWORD));
        System.setProperty(PROPERTY, file.toString());
        PostgresSettings settings = new PostgresSettings(
                database.settings().address(), database.user(), Optional.empty(), "corbel", "prefer");
        try (PostgresObjects objects = PostgresObjects.connect(settings, "production")) {
            objects.create("head.json", new byte[] {1});
            assertThat(objects.get("head.json").map(RemoteObject::data)).contains(new byte[] {1});
        }
    }
}
