package dev.corbel.emulators;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The servers that all tests of a JVM share, and that end with it. A store of JUnit does not last as long: where a module has
 * several JVMs for its tests, each class is a run of its own to JUnit, and would start every server again.
 */
public final class SharedServers {
    private static final Map<Class<?>, Object> SERVERS = new HashMap<>();

    private SharedServers() {}

    /** The server of this type; the first who asks for it waits until it is started. */
    public static synchronized <S> S get(Class<S> type, Supplier<S> start) {
        Object server = SERVERS.get(type);
        if (server == null) {
            server = start.get();
            SERVERS.put(type, server);
        }
        return type.cast(server);
    }
}
