package dev.corbel.providers.onprem.ssh;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A server to log in to, as the definition and the user's configuration say together.
 *
 * @param host a name that the network knows, or an IP address
 * @param identities files of private keys
 * @param agent the socket of the agent whose keys are tried, too
 * @param bastions in the order in which they are gone through, each as the user writes it
 * @param keyName the name under which its keys are known
 */
record SshTarget(
        String host,
        int port,
        String user,
        List<Path> identities,
        Optional<Path> agent,
        List<String> bastions,
        String keyName,
        Optional<String> passphrase) {

    /** The server as messages call it. */
    String title() {
        return user + "@" + host + (port == SshTargets.DEFAULT_PORT ? "" : ":" + port);
    }
}
