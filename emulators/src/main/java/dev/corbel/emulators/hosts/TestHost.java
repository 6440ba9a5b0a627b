package dev.corbel.emulators.hosts;

import dev.corbel.emulators.ProgramRun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A host of {@link TestHosts}. */
public final class TestHost {
    private static final String CONNECT_TIMEOUT_SECONDS = "3";

    private final String name;
    private final String address;
    private final String hostKey;
    private final HostAccess access;

    TestHost(String name, String address, String hostKey, HostAccess access) {
        this.name = name;
        this.address = address;
        this.hostKey = hostKey;
        this.access = access;
    }

    public String name() {
        return name;
    }

    /** Its address in its first network. */
    public String address() {
        return address;
    }

    /** Its public key: {@code ssh-ed25519 AAAA…}. */
    public String hostKey() {
        return hostKey;
    }

    /** The private key that opens it to {@link #user()} and to root. */
    public Path identityFile() {
        return access.identityFile();
    }

    /** Somebody who may become root without a password. */
    public String user() {
        return access.user();
    }

    /** Runs a command line in a session of root over SSH, which has to succeed, and returns its stdout. */
    public String run(String command) {
        ProgramRun run = attempt(command);
        if (run.exitCode() != 0) {
            throw new IllegalStateException(
                    command + " on " + name + " ended with " + run.exitCode() + ":\n" + run.out() + run.err());
        }
        return run.out();
    }

    /** Runs a command line in a session of root over SSH; where there is no connection, 255 is what ssh ends with. */
    public ProgramRun attempt(String command) {
        List<String> line = List.of(
                "ssh",
                "-F",
                "none",
                "-o",
                "BatchMode=yes",
                "-o",
                "StrictHostKeyChecking=yes",
                "-o",
                "UserKnownHostsFile=" + access.knownHosts(),
                "-o",
                "ConnectTimeout=" + CONNECT_TIMEOUT_SECONDS,
                "-i",
                access.identityFile().toString(),
                "root@" + address,
                command);
        return ProgramRun.of(line);
    }

    /** Runs a command line as root past the network, also where that is cut, and returns its stdout. */
    public String console(String command) {
        return HostScripts.output("host", List.of("run", access.set().toString(), name, "sh", "-c", command));
    }

    /** Takes it off its network, as a pulled cable does. */
    public void cut() {
        act("cut");
    }

    /** Puts it back on its network. */
    public void heal() {
        act("heal");
    }

    /** Shuts it down. */
    public void stop() {
        act("stop");
    }

    /** Cuts its power. */
    public void kill() {
        act("kill");
    }

    /** Boots it with the disk that it had, and waits until it lets people in. */
    public void start() {
        act("start");
    }

    /** Shuts it down and boots it again. */
    public void reboot() {
        act("reboot");
    }

    /** Gives it a new disk and boots it; its address and its keys stay. */
    public void reset() {
        act("reset");
    }

    private void act(String action) {
        act(action, access, List.of(name));
    }

    /** Does something to hosts of a set at a time. */
    static void act(String action, HostAccess access, List<String> names) {
        List<String> arguments = new ArrayList<>(List.of(action, access.set().toString()));
        arguments.addAll(names);
        HostScripts.output("host", arguments);
    }

    @Override
    public String toString() {
        return name + " (" + address + ")";
    }
}
