package dev.corbel.state.model;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * The holder of a lock.
 *
 * @param id random; what {@code unlock} asks for
 * @param who user name
 * @param host name of the machine
 * @param process its number there
 * @param command such as {@code apply production}
 */
public record LockHolder(String id, String who, String host, long process, String command, Instant since) {

    /** This process, from now on. */
    public static LockHolder ofThisProcess(String command) {
        return new LockHolder(
                UUID.randomUUID().toString(),
                System.getProperty("user.name", "unknown"),
                hostName(),
                ProcessHandle.current().pid(),
                command,
                Instant.now().truncatedTo(ChronoUnit.SECONDS));
    }

    /** A sentence without its full stop that says all of it. */
    public String description() {
        return "%s on %s (process %d) has been running \"%s\" since %s, lock id %s"
                .formatted(who, host, process, command, since, id);
    }

    /** Asks the kernel first: the resolver may take seconds to say what it does not know. */
    private static String hostName() {
        try {
            return Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
        } catch (java.io.IOException notLinux) {
            try {
                return InetAddress.getLocalHost().getHostName();
            } catch (UnknownHostException unknown) {
                return "localhost";
            }
        }
    }
}
