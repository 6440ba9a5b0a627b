package dev.corbel.providers.azure.postgresql;

import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.azure.arm.ArmId;
import dev.corbel.providers.azure.network.NetworkLocks;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What a server and everything on it have in common: Azure does one thing to a server at a time. */
final class ServerParts {
    static final String TYPE = "Microsoft.DBforPostgreSQL/flexibleServers";
    static final String VERSION = "2025-08-01";

    private ServerParts() {}

    /** What calls for a server queue for: it, and the network that it joins. */
    static List<String> locks(MapValue server) {
        return Stream.concat(
                        server.text("name").map(ServerParts::lock).stream(),
                        NetworkLocks.subnet("delegated_subnet_id").apply(server).stream())
                .toList();
    }

    /** What calls for something on a server queue for. */
    static List<String> locksOnServer(MapValue part) {
        return part.text("server_id").map(id -> lock(new ArmId(id).name())).stream()
                .toList();
    }

    private static String lock(String server) {
        return "pg:" + server.toLowerCase(Locale.ROOT);
    }
}
