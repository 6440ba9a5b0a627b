package dev.corbel.emulators.arm;

import dev.corbel.emulators.arm.facts.Trees;

/** The locks on resources, groups and subscriptions. */
final class Locks {
    static final String TYPE = "Microsoft.Authorization/locks";

    private Locks() {}

    /** Refuses a write of what a lock makes read-only, from above. */
    static void checkWrite(World world, ArmPath path) {
        world.all().stream()
                .filter(lock -> lock.is(TYPE) && level(lock).equals("ReadOnly") && covers(lock, path))
                .findFirst()
                .ifPresent(lock -> {
                    throw refusal(path, "write", lock);
                });
    }

    /** Refuses a deletion that a lock forbids, from above or below. */
    static void checkDelete(World world, ArmPath path) {
        world.all().stream()
                .filter(lock -> lock.is(TYPE) && (covers(lock, path) || isBelow(lock, path)))
                .findFirst()
                .ifPresent(lock -> {
                    throw refusal(path, "delete", lock);
                });
    }

    private static boolean covers(Stored lock, ArmPath path) {
        String scope = ArmPath.key(lock.path().scope());
        return path.key().equals(scope) || path.key().startsWith(scope + "/");
    }

    private static boolean isBelow(Stored lock, ArmPath path) {
        return ArmPath.key(lock.path().scope()).startsWith(path.key() + "/");
    }

    private static String level(Stored lock) {
        return Trees.at(lock.body(), "properties.level").asText();
    }

    private static Refusal refusal(ArmPath path, String action, Stored lock) {
        return Refusal.conflict(
                "ScopeLocked",
                "The scope '" + path.id() + "' cannot perform " + action
                        + " operation because following scope(s) are locked: '"
                        + lock.path().scope()
                        + "'. Please remove the lock and try again.");
    }
}
