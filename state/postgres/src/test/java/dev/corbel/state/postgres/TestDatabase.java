package dev.corbel.state.postgres;

import dev.corbel.emulators.PostgresServer;
import java.util.List;
import java.util.Optional;

/** A database of its own, with an owner. */
record TestDatabase(PostgresServer server, String name, String user) {
    static final String PASSWORD = "s3cret-pass-word";

    static TestDatabase on(PostgresServer server) {
        String user = server.newUser(PASSWORD);
        String name = server.newDatabase();
        server.execute("postgres", "alter database " + name + " owner to " + user);
        return new TestDatabase(server, name, user);
    }

    PostgresSettings settings() {
        return settings(server.port(), user, PASSWORD);
    }

    PostgresSettings settings(int port, String as, String password) {
        return new PostgresSettings(
                new PostgresAddress("127.0.0.1:" + port, name, Optional.empty(), List.of()),
                as,
                Optional.of(password),
                "corbel",
                "prefer");
    }

    PostgresObjects connect(String environment) {
        return PostgresObjects.connect(settings(), environment);
    }

    void execute(String... statements) {
        server.execute(name, statements);
    }
}
