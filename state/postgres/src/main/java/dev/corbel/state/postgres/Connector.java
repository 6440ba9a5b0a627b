package dev.corbel.state.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/** Opens connections that need nothing but single statements, so that a pooler may stand before the server. */
final class Connector {
    /** The problem with a server that confirms writes before they are done. */
    static final String NOT_DURABLE = "CORBL";

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofSeconds(30);

    private final PostgresSettings settings;

    Connector(PostgresSettings settings) {
        this.settings = settings;
    }

    Connection open() throws SQLException {
        Connection connection = new Driver().connect(settings.address().url(), properties());
        if (connection == null) {
            throw new SQLException("the driver does not take this address", "08001");
        }
        try {
            checkDurable(connection);
            return connection;
        } catch (SQLException failure) {
            connection.close();
            throw failure;
        }
    }

    private Properties properties() {
        Properties properties = new Properties();
        PGProperty.USER.set(properties, settings.user());
        settings.password().ifPresent(password -> PGProperty.PASSWORD.set(properties, password));
        PGProperty.APPLICATION_NAME.set(properties, "corbel");
        // A named statement would belong to a connection of the server, of which a pooler gives another each time.
        PGProperty.PREPARE_THRESHOLD.set(properties, 0);
        PGProperty.CONNECT_TIMEOUT.set(properties, (int) CONNECT.toSeconds());
        PGProperty.SOCKET_TIMEOUT.set(properties, (int) ANSWER.toSeconds());
        PGProperty.TCP_KEEP_ALIVE.set(properties, true);
        // Details of errors may quote what is in the table.
        PGProperty.LOG_SERVER_ERROR_DETAIL.set(properties, false);
        if (!settings.address().sets("sslmode")) {
            PGProperty.SSL_MODE.set(properties, settings.sslMode());
        }
        if (settings.address().hasSeveralHosts()) {
            PGProperty.TARGET_SERVER_TYPE.set(properties, "primary");
        }
        return properties;
    }

    /** The journal is worth nothing where a confirmed write may still get lost. */
    private static void checkDurable(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select current_setting('synchronous_commit')");
                ResultSet answer = statement.executeQuery()) {
            if (answer.next() && "off".equals(answer.getString(1))) {
                throw new SQLException(
                        "synchronous_commit is off, so that writes which were confirmed may get lost", NOT_DURABLE);
            }
        }
    }
}
