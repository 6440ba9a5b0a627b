package dev.corbel.emulators;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A real PostgreSQL on a free port of the loopback interface, whose writes are on the disk when it confirms them. Its
 * superuser {@code postgres} needs no password; everybody else does. Tests take it as a parameter: see
 * {@link PostgresExtension}.
 */
public final class PostgresServer implements AutoCloseable {
    private static final String RULES = """
            host all postgres 127.0.0.1/32 trust
            host all all 127.0.0.1/32 scram-sha-256
            """;

    private final EmbeddedPostgres server;
    private final AtomicInteger names = new AtomicInteger();

    private PostgresServer(EmbeddedPostgres server) {
        this.server = server;
    }

    /** Starts a server and waits until it answers. */
    public static PostgresServer start() {
        try {
            Path rules = Files.createTempFile("postgres-", ".hba");
            rules.toFile().deleteOnExit();
            Files.writeString(rules, RULES);
            return new PostgresServer(EmbeddedPostgres.builder()
                    .setServerConfig("hba_file", rules.toString())
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .start());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public int port() {
        return server.getPort();
    }

    /** A name that nobody else has. */
    public String newName(String prefix) {
        return prefix + names.incrementAndGet();
    }

    /** Makes an empty database, and gives its name. */
    public String newDatabase() {
        String name = newName("database");
        execute("postgres", "create database " + name);
        return name;
    }

    /** Makes a user that may connect, and gives its name. */
    public String newUser(String password) {
        String name = newName("user");
        execute("postgres", "create role " + name + " login password '" + password + "'");
        return name;
    }

    /** Runs statements as the superuser, each a transaction of its own. */
    public void execute(String database, String... statements) {
        try (Connection connection = server.getDatabase("postgres", database).getConnection();
                Statement statement = connection.createStatement()) {
            for (String text : statements) {
                statement.execute(text);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The first column of what a query gives, asked by the superuser. */
    public List<String> query(String database, String text) {
        try (Connection connection = server.getDatabase("postgres", database).getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(text)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
