package dev.corbel.emulators;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * A PgBouncer, started by {@code emulators/pgbouncer}, before a {@link PostgresServer}, in transaction mode: each transaction may get another
 * connection of the server than the one before. Everybody is the superuser behind it.
 */
public final class PgBouncer implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final Process process;
    private final int port;

    private PgBouncer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Whether there is one; where there could be, it is fetched. */
    static boolean isThere() {
        return Machine.runs(EmulatorProcess.path("pgbouncer").toString(), "--version");
    }

    /** Starts one and waits until it listens. */
    public static PgBouncer start(PostgresServer server) {
        try {
            Path folder = Files.createTempDirectory("pgbouncer-");
            // As root it becomes somebody else, who must be able to read this.
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
            int port = freePort();
            Path output = folder.resolve("output");
            Process process = new ProcessBuilder(
                            EmulatorProcess.path("pgbouncer").toString(),
                            configuration(folder, server, port).toString())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            PgBouncer bouncer = new PgBouncer(process, port);
            if (!bouncer.listensWithin(TIMEOUT)) {
                bouncer.close();
                throw new IllegalStateException("pgbouncer did not start:\n" + Files.readString(output));
            }
            return bouncer;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while pgbouncer started", interrupted);
        }
    }

    private static Path configuration(Path folder, PostgresServer server, int port) throws IOException {
        String user = "root".equals(System.getProperty("user.name")) ? "user = nobody\n" : "";
        return Files.writeString(folder.resolve("pgbouncer.ini"), """
                [databases]
                * = host=127.0.0.1 port=%d user=postgres
                [pgbouncer]
                listen_addr = 127.0.0.1
                listen_port = %d
                unix_socket_dir =
                auth_type = any
                pool_mode = transaction
                default_pool_size = 3
                server_round_robin = 1
                %s""".formatted(server.port(), port, user));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
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

    @Override
    public void close() {
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
