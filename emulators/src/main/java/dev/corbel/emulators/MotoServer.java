package dev.corbel.emulators;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/**
 * A {@code moto_server} on a free port of the loopback interface, started by {@code emulators/moto}. Closing ends that
 * very process, and so does the end of the JVM. Tests take it as a parameter: see {@link MotoExtension}.
 */
public final class MotoServer implements AutoCloseable {
    /** Long enough to make a virtual environment. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final int ATTEMPTS = 3;

    private final Process process;
    private final URI endpoint;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private MotoServer(Process process, URI endpoint) {
        this.process = process;
        this.endpoint = endpoint;
    }

    /**
     * Starts a server and waits until it answers.
     *
     * @throws IllegalStateException where it ends instead; the message holds what it printed
     */
    public static MotoServer start() {
        try {
            return start(ATTEMPTS);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while moto_server started", interrupted);
        }
    }

    private static MotoServer start(int attempts) throws IOException, InterruptedException {
        Path output = Files.createTempFile("moto-server-", ".out");
        output.toFile().deleteOnExit();
        int port = freePort();
        Process process = new ProcessBuilder(script().toString(), "--host", "127.0.0.1", "--port", String.valueOf(port))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        MotoServer server = new MotoServer(process, URI.create("http://127.0.0.1:" + port));
        if (server.answersWithin(PATIENCE)) {
            return server;
        }
        server.close();
        if (attempts > 1 && Files.readString(output).contains("Address already in use")) {
            return start(attempts - 1);
        }
        throw new IllegalStateException("moto_server did not start:\n" + Files.readString(output));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** {@code emulators/moto} in the folder of the build, whichever module of it this runs in. */
    private static Path script() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path script = folder.resolve("emulators").resolve("moto");
            if (Files.isExecutable(script)) {
                return script;
            }
        }
        throw new IllegalStateException(
                "there is no emulators/moto in or above " + Path.of("").toAbsolutePath());
    }

    private boolean answersWithin(Duration patience) throws InterruptedException {
        Instant deadline = Instant.now().plus(patience);
        while (process.isAlive() && Instant.now().isBefore(deadline)) {
            try {
                if (call("GET", "/moto-api/data.json") == 200 && process.isAlive()) {
                    return true;
                }
            } catch (IOException notYet) {
                // It listens a little later.
            }
            Thread.sleep(50);
        }
        return false;
    }

    /** Where it answers, for {@code endpoint} and {@code AWS_ENDPOINT_URL}. */
    public URI endpoint() {
        return endpoint;
    }

    /** Forgets everything, so that the next test starts with an empty account. */
    public void reset() {
        try {
            if (call("POST", "/moto-api/reset") != 200) {
                throw new IllegalStateException("moto_server did not reset itself");
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while moto_server reset itself", interrupted);
        }
    }

    /**
     * Calls a service directly, behind the back of what is being tested, and gives what it answers.
     *
     * @param service such as ec2
     * @param form the body of a query, such as {@code Action=DescribeVpcs&Version=2016-11-15}; empty for a GET
     */
    public String query(String service, String region, String form) {
        HttpRequest.Builder request = HttpRequest.newBuilder(endpoint)
                .timeout(Duration.ofSeconds(30))
                .header(
                        "Authorization",
                        "AWS4-HMAC-SHA256 Credential=test/20250101/" + region + "/" + service
                                + "/aws4_request, SignedHeaders=host, Signature=none");
        if (!form.isEmpty()) {
            request.header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(form));
        }
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IllegalStateException(response.statusCode() + ": " + response.body());
            }
            return response.body();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }

    private int call(String method, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(endpoint.resolve(path))
                .timeout(Duration.ofSeconds(30))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(5, java.util.concurrent.TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
