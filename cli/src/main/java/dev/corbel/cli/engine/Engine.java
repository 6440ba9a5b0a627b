package dev.corbel.cli.engine;

import dev.corbel.cli.environment.Environment;
import dev.corbel.providers.api.ProviderCatalog;
import dev.corbel.state.StateBackend;
import dev.corbel.state.local.LocalStateStore;
import dev.corbel.state.model.LockHolder;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The one place that puts the parts together for an environment. Parts are made when they are first asked for. */
public final class Engine {
    private final Environment environment;
    private final String version;
    private @Nullable ProviderCatalog catalog;

    public Engine(Environment environment, String version) {
        this.environment = environment;
        this.version = version;
    }

    public Environment environment() {
        return environment;
    }

    public synchronized ProviderCatalog catalog() {
        if (catalog == null) {
            catalog = ProviderCatalog.discover();
        }
        return catalog;
    }

    public StateBackend store() {
        return new LocalStateStore(environment.project(), environment.name(), version);
    }

    /** This process as a holder of the lock. */
    public LockHolder holder(String command) {
        return new LockHolder(
                UUID.randomUUID().toString(),
                System.getProperty("user.name", "?"),
                host(),
                ProcessHandle.current().pid(),
                command + " " + environment.name(),
                Instant.now());
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "localhost";
        }
    }
}
