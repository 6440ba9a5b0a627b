package dev.corbel.emulators.hosts;

import java.nio.file.Path;

/**
 * The way into the hosts of a set.
 *
 * @param set the folder of the set
 * @param user somebody who may become root without a password; root may log in as well
 * @param identityFile the private key of both
 */
record HostAccess(Path set, String user, Path identityFile) {

    /** The keys of all hosts, in the form of {@code ~/.ssh/known_hosts}. */
    Path knownHosts() {
        return set.resolve("known_hosts");
    }
}
