package dev.corbel.providers.onprem.software;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The packages of a host that were asked for, with their versions, and those that are held back from updates. */
record InstalledPackages(Map<String, String> versions, Set<String> held) {
    private static final int PARTS = 3;

    /**
     * Reads lines of names, states and versions. One whose settings alone are left is not installed.
     *
     * @param held names, one a line
     */
    static InstalledPackages of(String packages, String held) {
        Map<String, String> versions = new HashMap<>();
        packages.lines().forEach(line -> {
            List<String> parts = List.of(line.split(" ", PARTS));
            if (parts.size() == PARTS && parts.get(1).equals("installed")) {
                versions.put(parts.get(0), parts.get(2));
            }
        });
        return new InstalledPackages(versions, Set.copyOf(held.lines().toList()));
    }

    Optional<String> version(String name) {
        return Optional.ofNullable(versions.get(name));
    }

    boolean isHeld(String name) {
        return held.contains(name);
    }

    /** Tells whether a version is the one that was asked for, or begins like it. */
    static boolean fits(String asked, String installed) {
        return asked.endsWith("*")
                ? installed.startsWith(asked.substring(0, asked.length() - 1))
                : installed.equals(asked);
    }
}
