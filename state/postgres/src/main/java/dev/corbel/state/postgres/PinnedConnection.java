package dev.corbel.state.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one connection for everything, and a second one for what would have to wait: a heartbeat must not stand behind a
 * large snapshot. One that broke is replaced, and its statement is repeated.
 */
final class PinnedConnection implements Sql {
    private static final int MAX_CONNECTIONS = 2;
    /** Both may be stale, as after a restart of the server; the third is new. */
    private static final int ATTEMPTS = MAX_CONNECTIONS + 1;

    /** Opens a connection. */
    interface Opener {
        Connection open() throws SQLException;
    }

    private final Opener opener;
    private final Semaphore free = new Semaphore(MAX_CONNECTIONS, true);
    private final Deque<Connection> idle = new ArrayDeque<>();
    private boolean closed;

    PinnedConnection(Opener opener) {
        this.opener = opener;
    }

    @Override
    public <T> T run(Statement<T> statement) throws SQLException {
        free.acquireUninterruptibly();
        try {
            for (int attempt = 1; ; attempt++) {
                Connection connection = take();
                boolean keep = false;
                try {
                    T result = statement.run(connection);
                    keep = true;
                    return result;
                } catch (SQLException failure) {
                    if (attempt == ATTEMPTS || !mayBeRepeated(failure)) {
                        throw failure;
                    }
                } finally {
                    giveBack(connection, keep);
                }
            }
        } finally {
            free.release();
        }
    }

    /** The connection broke, the server went away or gave way to another transaction. */
    private static boolean mayBeRepeated(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        return state.startsWith("08") || state.startsWith("57P0") || state.equals("40001") || state.equals("40P01");
    }

    private Connection take() throws SQLException {
        Connection kept = poll();
        return kept == null ? opener.open() : kept;
    }

    private synchronized @Nullable Connection poll() throws SQLException {
        if (closed) {
            throw new SQLException("the connection was given back", "08003");
        }
        return idle.poll();
    }

    private void giveBack(Connection connection, boolean keep) {
        synchronized (this) {
            if (keep && !closed) {
                idle.push(connection);
                return;
            }
        }
        close(connection);
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException gone) {
            // It broke before; there is nothing to give back.
        }
    }

    @Override
    public void close() {
        Deque<Connection> left;
        synchronized (this) {
            closed = true;
            left = new ArrayDeque<>(idle);
            idle.clear();
        }
        left.forEach(PinnedConnection::close);
    }
}
