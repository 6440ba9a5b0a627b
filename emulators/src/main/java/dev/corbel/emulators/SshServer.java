package dev.corbel.emulators;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * A real OpenSSH server on a free port of the loopback interface, started by {@code emulators/sshd}, that lets this process's user in with
 * one key. As root it has a {@code /run}, a {@code /var/lib} and an id of its machine of its own, which nothing outside sees.
 */
public final class SshServer implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final String SCRIPT = "sshd";

    private final Process process;
    private final Path folder;
    private final int port;

    private SshServer(Process process, Path folder, int port) {
        this.process = process;
        this.folder = folder;
        this.port = port;
    }

    /** Tells whether there is one; where there could be, it is fetched. */
    static boolean isThere() {
        return Machine.runs("sh", "-c", "command -v ssh-keygen")
                && Machine.runs(EmulatorProcess.path(SCRIPT).toString(), "-V");
    }

    /** Starts one and waits until it listens. */
    public static SshServer start() {
        return start(freePort());
    }

    /** Starts one on a port that was free a moment ago. */
    public static SshServer start(int port) {
        try {
            Path folder = Files.createTempDirectory("sshd-");
            makeKey(folder.resolve("host_key"), "");
            makeKey(folder.resolve("user_key"), "");
            Files.copy(folder.resolve("user_key.pub"), folder.resolve("authorized_keys"));
            Files.writeString(folder.resolve("machine-id"), newMachine());
            Process process = new ProcessBuilder(
                            EmulatorProcess.path(SCRIPT).toString(),
                            configuration(folder, port).toString(),
                            folder.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("log").toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            SshServer server = new SshServer(process, folder, port);
            if (!server.listensWithin(TIMEOUT)) {
                server.close();
                throw new IllegalStateException("sshd did not start:\n" + server.log());
            }
            return server;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while sshd started", interrupted);
        }
    }

    private static String newMachine() {
        return UUID.randomUUID().toString().replace("-", "") + "\n";
    }

    /** Makes a key of the type ed25519 with a passphrase, which may be empty. */
    public static void makeKey(Path file, String passphrase) {
        if (!Machine.runs("ssh-keygen", "-q", "-t", "ed25519", "-N", passphrase, "-C", "test", "-f", file.toString())) {
            throw new IllegalStateException("ssh-keygen makes no key at " + file);
        }
    }

    private static Path configuration(Path folder, int port) throws IOException {
        return Files.writeString(folder.resolve("sshd_config"), """
                Port %1$d
                ListenAddress 127.0.0.1
                HostKey %2$s/host_key
                AuthorizedKeysFile %2$s/authorized_keys
                PidFile none
                StrictModes no
                UsePAM no
                PasswordAuthentication no
                KbdInteractiveAuthentication no
                PermitRootLogin prohibit-password
                LogLevel VERBOSE
                SetEnv XDG_STATE_HOME=%2$s/state
                SetEnv XDG_RUNTIME_DIR=%2$s
                """.formatted(port, folder));
    }

    /** A port that nobody listens on now. */
    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private boolean listensWithin(Duration patience) throws InterruptedException {
        Instant deadline = Instant.now().plus(patience);
        while (process.isAlive() && Instant.now().isBefore(deadline)) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                return true;
            } catch (IOException notYet) {
                Thread.sleep(20);
            }
        }
        return false;
    }

    public int port() {
        return port;
    }

    /** The user that may log in. */
    public String user() {
        return System.getProperty("user.name");
    }

    /** The key that lets the user in. */
    public Path identity() {
        return folder.resolve("user_key");
    }

    /** The public key of the host, as one line. */
    public String hostKey() {
        return read("host_key.pub").strip();
    }

    /** The folder of its files: keys, {@code authorized_keys}, {@code sshd_config}, {@code log}. */
    public Path folder() {
        return folder;
    }

    /** The folder of the host in which Corbel keeps its books. */
    public Path books() {
        return "root".equals(user())
                ? Path.of("/proc/" + process.pid() + "/root/var/lib/corbel")
                : folder.resolve("state/corbel");
    }

    /** The log so far, with each session. */
    public String log() {
        return read("log");
    }

    /** Lets another machine answer from now on. */
    public void becomeAnotherMachine() {
        try {
            Files.writeString(folder.resolve("machine-id"), newMachine());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Breaks all connections; the server goes on. */
    public void disconnectAll() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
    }

    private String read(String name) {
        try {
            return Files.readString(folder.resolve(name));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Ends the server and all its connections at once. */
    @Override
    public void close() {
        disconnectAll();
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
