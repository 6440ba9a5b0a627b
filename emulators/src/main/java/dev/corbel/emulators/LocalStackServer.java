package dev.corbel.emulators;

import java.net.URI;
import java.util.List;

/**
 * LocalStack on a free port of the loopback interface, without Docker. It cannot be emptied, so tests make names of their
 * own. Tests take it as a parameter: see {@link LocalStackExtension}.
 */
public final class LocalStackServer implements AutoCloseable {
    private final EmulatorProcess emulator;

    private LocalStackServer(EmulatorProcess emulator) {
        this.emulator = emulator;
    }

    /** Starts a server and waits until it answers. */
    public static LocalStackServer start() {
        return new LocalStackServer(
                EmulatorProcess.start("localstack", port -> List.of("127.0.0.1:" + port), "/_localstack/health"));
    }

    /** Where it answers, for {@code endpoint} and {@code AWS_ENDPOINT_URL}. */
    public URI endpoint() {
        return emulator.endpoint();
    }

    @Override
    public void close() {
        emulator.close();
    }
}
