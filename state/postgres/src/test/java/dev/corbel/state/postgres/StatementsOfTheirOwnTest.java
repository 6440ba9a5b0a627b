package dev.corbel.state.postgres;

import dev.corbel.emulators.PostgresExtension;
import dev.corbel.emulators.PostgresServer;
import dev.corbel.state.conformance.ObjectStoreContract;
import dev.corbel.state.remote.ObjectStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;

/** Nothing relies on what a connection did before: here each one takes a single statement. */
@ExtendWith(PostgresExtension.class)
class StatementsOfTheirOwnTest extends ObjectStoreContract {
    @SuppressWarnings("NullAway.Init")
    private static TestDatabase database;

    @BeforeAll
    static void makeDatabase(PostgresServer server) {
        database = TestDatabase.on(server);
    }

    @Override
    protected int manyNames() {
        return 50;
    }

    @Override
    protected ObjectStore connect(String folder) {
        Connector connector = new Connector(database.settings());
        return new PostgresObjects(database.settings(), folder, new Sql() {
            @Override
            public <T> T run(Statement<T> statement) throws SQLException {
                try (Connection connection = connector.open()) {
                    return statement.run(forOneStatement(connection));
                }
            }

            @Override
            public void close() {}
        });
    }

    private static Connection forOneStatement(Connection connection) {
        AtomicInteger statements = new AtomicInteger();
        return (Connection) Proxy.newProxyInstance(
                StatementsOfTheirOwnTest.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    boolean prepares = method.getName().equals("prepareStatement");
                    if (!prepares && !method.getName().equals("createArrayOf")) {
                        throw new AssertionError(method + " is about the session");
                    }
                    if (prepares && statements.incrementAndGet() > 1) {
                        throw new AssertionError("a second statement: " + arguments[0]);
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                });
    }
}
