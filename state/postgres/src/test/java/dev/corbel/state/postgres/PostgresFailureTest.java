package dev.corbel.state.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.corbel.emulators.PostgresExtension;
import dev.corbel.emulators.PostgresServer;
import dev.corbel.state.remote.RemoteFailureException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The texts for people when something is wrong with the database; the password is never in them. */
@ExtendWith(PostgresExtension.class)
class PostgresFailureTest {
    private static final String WRONG = "wr0ng-pass-word";
    private static final String PASSWORD = "The password comes from the environment variable that passwordVariable"
            + " names, else from PGPASSWORD, else from ~/.pgpass or the file that PGPASSFILE names.";

    @SuppressWarnings("NullAway.Init")
    private TestDatabase database;

    @BeforeEach
    void makeDatabase(PostgresServer server) {
        database = TestDatabase.on(server);
    }

    private static String failure(PostgresSettings settings) {
        try (PostgresObjects objects = PostgresObjects.connect(settings, "production")) {
            IOException failure = Objects.requireNonNull(
                    catchThrowableOfType(IOException.class, () -> objects.create("head.json", new byte[] {1})));
            StringWriter everything = new StringWriter();
            failure.printStackTrace(new PrintWriter(everything));
            assertThat(everything.toString() + settings + objects.description())
                    .doesNotContain(WRONG, TestDatabase.PASSWORD);
            assertThat(failure.getMessage()).startsWith("Cannot ").contains(" in " + objects.description() + ": ");
            String text = String.valueOf(failure.getMessage()).replace(" in " + objects.description(), "");
            return failure instanceof RemoteFailureException known ? text + "\n" + known.hint() : text;
        }
    }

    private PostgresSettings at(String hosts, String name) {
        return new PostgresSettings(
                new PostgresAddress(hosts, name, Optional.empty(), List.of()),
                database.user(),
                Optional.of(TestDatabase.PASSWORD),
                "corbel",
                "prefer");
    }

    private String server() {
        return "127.0.0.1:" + database.server().port();
    }

    @Test
    void nobodyListens() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        assertThat(failure(at("127.0.0.1:" + port, "state"))).isEqualTo("""
                Cannot create head.json: Connection to 127.0.0.1:%d refused. Check that the hostname and port are correct \
                and that the postmaster is accepting TCP/IP connections
                Start the server, or name another one in the state block.""".formatted(port));
    }

    @Test
    void theHostIsUnknown() {
        assertThat(failure(at("nowhere.invalid:5432", "state"))).isEqualTo("""
                Cannot create head.json: The connection attempt failed. The host nowhere.invalid is unknown
                Start the server, or name another one in the state block.""");
    }

    @Test
    void thePasswordIsWrong() {
        assertThat(failure(database.settings(database.server().port(), database.user(), WRONG)))
                .isEqualTo("Cannot create head.json: password authentication failed for user \"" + database.user()
                        + "\"\n" + PASSWORD);
    }

    @Test
    void thereIsNoPassword() {
        PostgresSettings settings = new PostgresSettings(
                database.settings().address(), database.user(), Optional.empty(), "corbel", "prefer");
        assertThat(failure(settings))
                .isEqualTo("Cannot create head.json: The server requested SCRAM-based authentication, but no password"
                        + " was provided\n" + PASSWORD);
    }

    @Test
    void theDatabaseIsMissing() {
        assertThat(failure(at(server(), "no%20such"))).isEqualTo("""
                Cannot create head.json: database "no such" does not exist
                Create it, or name another one in the state block.""");
    }

    @Test
    void theSchemaMayNotBeMade() {
        String user = database.server().newUser(TestDatabase.PASSWORD);
        assertThat(failure(database.settings(database.server().port(), user, TestDatabase.PASSWORD)))
                .isEqualTo(
                        "Cannot create the schema: permission denied for database " + database.name() + rights(user));
    }

    @Test
    void theTableMayNotBeMadeOrUsed() {
        database.execute("create schema corbel");
        String user = database.server().newUser(TestDatabase.PASSWORD);
        PostgresSettings settings = database.settings(database.server().port(), user, TestDatabase.PASSWORD);
        assertThat(failure(settings))
                .isEqualTo("Cannot create head.json: permission denied for schema corbel" + rights(user));
        database.execute("grant usage on schema corbel to " + user);
        assertThat(failure(settings))
                .isEqualTo("Cannot create the table: permission denied for schema corbel" + rights(user));
        database.execute("create table corbel.objects (environment text, name text, version text, data bytea)");
        assertThat(failure(settings))
                .isEqualTo("Cannot create head.json: permission denied for table objects" + rights(user));
    }

    private static String rights(String user) {
        return "\nHave the table made, and give rights on it to the user \"" + user
                + "\": docs/state.md has the statements.";
    }

    @Test
    void theServerOnlyReads() {
        database.execute("alter role " + database.user() + " set default_transaction_read_only = on");
        assertThat(failure(database.settings())).isEqualTo("""
                Cannot create the table: cannot execute CREATE TABLE in a read-only transaction
                This server only reads, as a standby does. Name the one that writes.""");
    }

    @Test
    void theServerConfirmsWhatItMayLose() {
        database.execute("alter role " + database.user() + " set synchronous_commit = off");
        assertThat(failure(database.settings())).isEqualTo("""
                Cannot create head.json: synchronous_commit is off, so that writes which were confirmed may get lost
                Set it for the user: alter role "%s" set synchronous_commit = on.""".formatted(database.user()));
    }

    @Test
    void theServerDoesNotEncrypt() {
        PostgresSettings settings = database.settings();
        assertThat(failure(new PostgresSettings(
                        settings.address(), settings.user(), settings.password(), "corbel", "require")))
                .isEqualTo("""
                Cannot create head.json: The server does not support SSL
                Encrypt the connections to this server, or set sslMode = 'disable' where nobody can listen.""");
    }
}
