package dev.corbel.emulators.arm;

import java.time.Duration;
import java.util.Set;

/** The principals of the tenant. A new one is known to those who ask for it only after a while. */
final class Principals {
    private static final Duration REPLICATION = Duration.ofSeconds(15);

    private Principals() {}

    /** Makes one and gives its id. */
    static String make(World world) {
        String id = world.guid();
        world.principals().add(id);
        world.last("replication of " + id, REPLICATION);
        return id;
    }

    static void remove(World world, String id) {
        world.principals().remove(id);
    }

    /** Whether everybody knows it. */
    static boolean isKnown(World world, String id) {
        Set<String> all = world.principals();
        return all.contains(id) && !world.lasts("replication of " + id);
    }
}
