package dev.corbel.providers.onprem.host;

import dev.corbel.emulators.SshServer;
import dev.corbel.providers.api.ProviderContext;
import dev.corbel.providers.api.ResourceType;
import dev.corbel.providers.onprem.ssh.SshConnection;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Sessions with a real server. */
public final class HostFixture {
    private HostFixture() {}

    public static HostSettings settings(SshServer server) {
        return new HostSettings(
                "web-1",
                "127.0.0.1",
                Optional.of(server.port()),
                Optional.of(server.user()),
                Optional.empty(),
                Optional.of(server.hostKey()),
                Optional.of(server.identity()),
                Optional.empty(),
                "root".equals(server.user()),
                Optional.empty(),
                Duration.ofSeconds(60));
    }

    /** The engine's means for a project in a folder of this name. */
    public static ProviderContext context(String project) {
        return ProviderContext.system(Path.of("/nowhere", project), "production");
    }

    static OnpremSession session(SshServer server, ResourceType... types) {
        return session(server, context("shop"), types);
    }

    static OnpremSession session(SshServer server, ProviderContext context, ResourceType... types) {
        Map<String, ResourceType> byName = new java.util.HashMap<>();
        for (ResourceType type : types) {
            byName.put(type.name(), type);
        }
        return new OnpremSession(
                settings(server), context, SshConnection::new, name -> Optional.ofNullable(byName.get(name)));
    }
}
