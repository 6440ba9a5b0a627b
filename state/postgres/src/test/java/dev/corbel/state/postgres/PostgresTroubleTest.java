package dev.corbel.state.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.corbel.emulators.PostgresExtension;
import dev.corbel.emulators.PostgresServer;
import dev.corbel.state.remote.RemoteConflictException;
import dev.corbel.state.remote.RemoteObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
class PostgresTroubleTest {
    private static final byte[] DATA = "data".getBytes(UTF_8);
    private static final byte[] OTHER = "other".getBytes(UTF_8);

    @SuppressWarnings("NullAway.Init")
    private TestDatabase database;

    @BeforeEach
    void makeDatabase(PostgresServer server) {
        database = TestDatabase.on(server);
    }

    @Test
    void makesItsTableWithTheFirstWrite() throws IOException {
        try (PostgresObjects objects = database.connect("production")) {
            assertThat(objects.get("head.json")).isEmpty();
            objects.delete(List.of("head.json"));
            assertThatExceptionOfType(RemoteConflictException.class)
                    .isThrownBy(() -> objects.replace("head.json", DATA, "1"))
                    .withMessage("Cannot replace head.json in " + objects.description()
                            + ": somebody else wrote it in the meantime");
            assertThat(tables()).isEmpty();
            objects.create("head.json", DATA);
            assertThat(tables()).containsExactly("corbel.objects");
            assertThatExceptionOfType(RemoteConflictException.class)
                    .isThrownBy(() -> objects.create("head.json", DATA))
                    .withMessage(("Cannot create head.json in PostgreSQL at 127.0.0.1:%d, database \"%s\", schema"
                                    + " \"corbel\", environment \"production\": somebody else wrote it in the meantime")
                            .formatted(database.server().port(), database.name()));
        }
    }

    private List<String> tables() {
        return database.server()
                .query(
                        database.name(),
                        "select table_schema || '.' || table_name from information_schema.tables"
                                + " where table_schema = 'corbel'");
    }

    @Test
    void makesItsTableOnceWhenManyStartAtATime() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            List<Callable<String>> writers = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                String environment = "environment-" + i;
                writers.add(() -> {
                    try (PostgresObjects objects = database.connect(environment)) {
                        return objects.create("head.json", DATA);
                    }
                });
            }
            for (Future<String> writer : threads.invokeAll(writers)) {
                assertThat(writer.get()).isNotBlank();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void takesAnySchema() throws IOException {
        PostgresSettings settings = database.settings();
        PostgresSettings odd = new PostgresSettings(
                settings.address(), settings.user(), settings.password(), "State of \"us\"; --", settings.sslMode());
        try (PostgresObjects objects = PostgresObjects.connect(odd, "production")) {
            objects.create("head.json", DATA);
            assertThat(objects.get("head.json").map(RemoteObject::data)).contains(DATA);
        }
    }

    @Test
    void worksForAUserWithTheLeastRights() throws IOException {
        String user = database.server().newUser("another-secret");
        database.execute(
                "create schema corbel",
                "create table corbel.objects (environment text collate \"C\" not null, name text collate \"C\" not null,"
                        + " version text not null, data bytea not null, primary key (environment, name))",
                "grant usage on schema corbel to " + user,
                "grant select, insert, update, delete on corbel.objects to " + user);
        PostgresSettings settings = database.settings(database.server().port(), user, "another-secret");
        try (PostgresObjects objects = PostgresObjects.connect(settings, "production")) {
            String version = objects.create("head.json", DATA);
            objects.replace("head.json", OTHER, version);
            assertThat(objects.list("")).containsExactly("head.json");
            objects.delete(List.of("head.json"));
            assertThat(objects.get("head.json")).isEmpty();
        }
    }

    @Test
    void goesOnWhereItsConnectionsWereEnded() throws Exception {
        try (PostgresObjects objects = database.connect("production")) {
            String version = objects.create("head.json", DATA);
            endConnections();
            version = objects.replace("head.json", OTHER, version);
            endConnections();
            assertThat(objects.get("head.json").map(RemoteObject::version)).contains(version);
        }
    }

    private void endConnections() {
        assertThat(database.server()
                        .query(
                                "postgres",
                                "select pg_terminate_backend(pid, 10000) from pg_stat_activity where usename = '"
                                        + database.user() + "'"))
                .contains("t");
    }

    @Test
    void knowsItsOwnWriteAgainWhereTheAnswerWasLost() throws Exception {
        try (Wire wire = new Wire(database.server().port());
                PostgresObjects objects = through(wire)) {
            wire.loseAnswers("insert into", 2);
            String version = objects.create("head.json", DATA);
            wire.loseAnswers("update ", 2);
            String next = objects.replace("head.json", OTHER, version);
            try (PostgresObjects other = database.connect("production")) {
                assertThat(other.get("head.json").map(RemoteObject::version)).contains(next);
                assertThat(other.get("head.json").map(RemoteObject::data)).contains(OTHER);
            }
        }
    }

    @Test
    void doesNotKnowWhatHappenedWhereNoAnswerComes() throws Exception {
        try (Wire wire = new Wire(database.server().port());
                PostgresObjects objects = through(wire)) {
            String version = objects.create("head.json", DATA);
            wire.loseAnswers("update ", 3);
            assertThatIOException()
                    .isThrownBy(() -> objects.replace("head.json", OTHER, version))
                    .withMessage("Cannot replace head.json in " + objects.description()
                            + ": An I/O error occurred while sending to the backend. The connection broke")
                    .isNotInstanceOf(RemoteConflictException.class);
            assertThat(objects.get("head.json").map(RemoteObject::data)).contains(OTHER);
        }
    }

    private PostgresObjects through(Wire wire) {
        return PostgresObjects.connect(
                database.settings(wire.port(), database.user(), TestDatabase.PASSWORD), "production");
    }

    @Test
    void saysThatItWasClosed() {
        PostgresObjects objects = database.connect("production");
        objects.close();
        assertThatIOException()
                .isThrownBy(() -> objects.get("head.json"))
                .withMessage("Cannot read head.json in " + objects.description() + ": the connection was given back");
    }
}
