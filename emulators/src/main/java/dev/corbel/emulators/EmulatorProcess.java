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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** An emulator on a free port of the loopback interface, started by its script in {@code emulators/}. */
record EmulatorProcess(Process process, URI endpoint) implements AutoCloseable {
    /** Long enough to make a virtual environment. */
    private static final Duration TIMEOUT = Duration.ofMinutes(10);

    private static final int ATTEMPTS = 3;

    /** Starts an emulator and waits until it answers with success, as {@link #start(String, IntFunction, String, int)}. */
    static EmulatorProcess start(String script, IntFunction<List<String>> arguments, String health) {
        return start(script, arguments, health, 200);
    }

    /**
     * Starts an emulator and waits until it answers.
     *
     * @param script in {@code emulators/}
     * @param arguments of the script, for a port
     * @param health what answers once it is ready
     * @param status what it answers then
     * @throws IllegalStateException where it ends instead; the message holds what it printed
     */
    static EmulatorProcess start(String script, IntFunction<List<String>> arguments, String health, int status) {
        try {
            return start(script, arguments, health, status, ATTEMPTS);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + script + " started", interrupted);
        }
    }

    private static EmulatorProcess start(
            String script, IntFunction<List<String>> arguments, String health, int status, int attempts)
            throws IOException, InterruptedException {
        Path output = Files.createTempFile("emulator-", ".out");
        output.toFile().deleteOnExit();
        int port = freePort();
        List<String> command = new ArrayList<>(List.of(path(script).toString()));
        command.addAll(arguments.apply(port));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        EmulatorProcess emulator = new EmulatorProcess(process, URI.create("http://127.0.0.1:" + port));
        if (emulator.answers(health, status)) {
            return emulator;
        }
        emulator.close();
        String printed = Files.readString(output);
        if (attempts > 1 && printed.contains("Address already in use")) {
            return start(script, arguments, health, status, attempts - 1);
        }
        throw new IllegalStateException(script + " did not start:\n" + printed);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** The path of a script in {@code emulators/}. */
    static Path path(String script) {
        return BuildFolder.file("emulators/" + script);
    }

    private boolean answers(String health, int status) throws InterruptedException {
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        HttpRequest question = HttpRequest.newBuilder(endpoint.resolve(health))
                .timeout(Duration.ofSeconds(30))
                .build();
        Instant deadline = Instant.now().plus(TIMEOUT);
        while (process.isAlive() && Instant.now().isBefore(deadline)) {
            try {
                if (http.send(question, HttpResponse.BodyHandlers.discarding()).statusCode() == status) {
                    return process.isAlive();
                }
            } catch (IOException notYet) {
                // It listens a little later.
            }
            Thread.sleep(50);
        }
        return false;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
