package dev.corbel.providers.azure.client;

import dev.corbel.clients.azure.AccessSettings;
import java.util.HashMap;
import java.util.Map;

/** The connections in use. Sessions of the same settings share them, so that they share a quota as well. */
public final class Accesses {
    private final Map<AccessSettings, Counted> open = new HashMap<>();

    private static final class Counted {
        private final SharedAccess access;
        private int users;

        private Counted(SharedAccess access) {
            this.access = access;
        }
    }

    synchronized SharedAccess take(AccessSettings settings) {
        Counted counted = open.computeIfAbsent(settings, key -> new Counted(new SharedAccess(key)));
        counted.users++;
        return counted.access;
    }

    synchronized void release(AccessSettings settings) {
        Counted counted = open.get(settings);
        if (counted != null && --counted.users == 0) {
            open.remove(settings);
            counted.access.close();
        }
    }
}
