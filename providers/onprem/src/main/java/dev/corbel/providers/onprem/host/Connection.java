package dev.corbel.providers.onprem.host;

import java.io.InputStream;
import java.time.Duration;

/** A way to a host: runs commands there. Used by many threads at once; connects when it is first used. */
public interface Connection extends AutoCloseable {

    /**
     * Runs a command.
     *
     * @param command for the user's shell; it is seen by everybody on the host, so it never holds a value
     * @param input its standard input
     * @throws ConnectionException where there is no connection, or it broke
     */
    Output execute(String command, InputStream input, Duration timeout) throws ConnectionException;

    @Override
    void close();

    /** Makes the connection of a session; nothing is connected yet. */
    @FunctionalInterface
    interface Factory {
        Connection make(HostSettings settings);
    }
}
