package dev.corbel.providers.local.place;

import dev.corbel.providers.api.json.ValueJson;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import dev.corbel.providers.local.supervisor.LogFile;
import dev.corbel.providers.local.supervisor.Place;
import dev.corbel.providers.local.supervisor.PrivateFiles;
import dev.corbel.providers.local.supervisor.ProcessEnvironment;
import dev.corbel.providers.local.supervisor.ProcessMark;
import dev.corbel.providers.local.supervisor.SupervisorMain;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Finds the supervisor of an environment, and starts it. */
final class SupervisorProcess {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int PAUSE_MILLIS = 20;

    /** Little memory, and what is quick to start. */
    private static final List<String> OPTIONS = List.of(
            "-Xmx64m",
            "-Xss512k",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Djava.net.preferIPv4Stack=true",
            "-Dorg.jboss.logging.provider=jdk");

    private final Place place;

    SupervisorProcess(Place place) {
        this.place = place;
    }

    /**
     * A supervisor that runs.
     *
     * @param port where it listens, on the loopback interface
     */
    record Found(ProcessMark mark, int port, String token) {}

    /** The supervisor that runs; empty where there is none. */
    Optional<Found> find() throws IOException {
        Optional<String> text = PrivateFiles.read(place.supervisor());
        if (text.isEmpty() || !(ValueJson.read(text.get()) instanceof MapValue content)) {
            return Optional.empty();
        }
        DesiredAttributes fields = new DesiredAttributes(content);
        Integer port = fields.number("port");
        String token = fields.text("token");
        return port == null || token == null
                ? Optional.empty()
                : ProcessMark.of(content).filter(ProcessMark::isRunning).map(mark -> new Found(mark, port, token));
    }

    /** The supervisor that runs, after it was started where none did. */
    Found start() throws IOException, InterruptedException {
        Optional<Found> found = find();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Process started = found.isPresent() ? null : launch();
        while (found.isEmpty()) {
            if (System.nanoTime() > deadline) {
                throw new IOException("it does not start; the end of its log is:\n"
                        + String.join("\n", new LogFile(place.log()).tail(0)));
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            found = find();
            if (found.isEmpty() && started != null && !started.isAlive()) {
                // It gave way to another one that was about to end, or failed: the deadline tells.
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS * 10);
                found = find();
                started = found.isPresent() ? null : launch();
            }
        }
        return found.get();
    }

    private Process launch() throws IOException {
        PrivateFiles.createFolders(place.folder());
        PrivateFiles.createFile(place.log());
        PrivateFiles.write(place.options(), options());
        ProcessBuilder builder = new ProcessBuilder(command())
                .directory(place.folder().toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new File(isWindows() ? "NUL" : "/dev/null")))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(place.log().toFile()));
        ProcessEnvironment.limit(builder.environment());
        return builder.start();
    }

    /** What the terminal sends to all that was started in it is not for the supervisor. */
    private List<String> command() {
        String java = Path.of(System.getProperty("java.home"), "bin", isWindows() ? "java.exe" : "java")
                .toString();
        List<String> command = new ArrayList<>();
        if (!isWindows()) {
            command.addAll(List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh"));
        }
        command.addAll(List.of(
                java,
                "@" + place.options(),
                SupervisorMain.class.getName(),
                place.folder().toString()));
        return command;
    }

    private static boolean isWindows() {
        return File.separatorChar == '\\';
    }

    /** In a file, since class paths are long. */
    private static String options() throws IOException {
        List<String> paths = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            if (!entry.isEmpty() && Files.exists(Path.of(entry))) {
                // A command may have reached its own files by a descriptor that ends with it.
                paths.add(Path.of(entry).toRealPath().toString());
            }
        }
        return String.join("\n", OPTIONS) + "\n-cp " + quoted(String.join(File.pathSeparator, paths)) + "\n";
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** Waits until a supervisor that has nothing left is gone. */
    void awaitEnd(Found ending) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (ending.mark().isRunning() && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
    }
}
