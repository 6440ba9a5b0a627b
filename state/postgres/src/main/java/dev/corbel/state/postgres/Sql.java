package dev.corbel.state.postgres;

import java.sql.Connection;
import java.sql.SQLException;

/** Runs statements, each a transaction of its own that relies on none before it. */
interface Sql extends AutoCloseable {

    /** A single statement. */
    @FunctionalInterface
    interface Statement<T> {
        T run(Connection connection) throws SQLException;
    }

    /** Runs a statement that may be repeated where its answer gets lost. */
    <T> T run(Statement<T> statement) throws SQLException;

    @Override
    void close();
}
