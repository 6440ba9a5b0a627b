package dev.corbel.providers.local.place;

import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.local.supervisor.Ports;
import java.util.HashSet;
import java.util.Set;

/** Ports for objects that are made at once, each another one. */
class FreePorts {
    private static final int TRIED_PORTS = 100;

    private final Set<Integer> given = new HashSet<>();

    /** The first port that nothing listens on and that was not given before. */
    synchronized int next(int first, String kind) throws ProviderException {
        for (int port = first; port < first + TRIED_PORTS; port++) {
            if (!given.contains(port) && Ports.isFree(port)) {
                given.add(port);
                return port;
            }
        }
        throw new ProviderException(Diagnostic.error(
                        "No port is free for a " + kind,
                        "Something listens on each from " + first + " to " + (first + TRIED_PORTS - 1) + ".")
                .withHint("Write port = … with one that is free."));
    }
}
