package dev.corbel.cli.proof;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Looks every 10 ms at the command lines and environments of all processes of this machine, those of test hosts among them. */
final class ProcessWatch implements AutoCloseable {
    private static final int MILLISECONDS = 10;

    private final Predicate<String> mayKnow;
    private final Map<String, Set<String>> seen = new ConcurrentHashMap<>();
    private final Set<String> known = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean ended = new AtomicBoolean();
    private final Thread thread = new Thread(this::watch, "process-watch");

    /**
     * Begins.
     *
     * @param mayKnow whether the environment of a process with a command line is its own business
     */
    ProcessWatch(Predicate<String> mayKnow) {
        this.mayKnow = mayKnow;
        thread.setDaemon(true);
        thread.start();
    }

    /** All that was seen until now, each once. */
    String seen() {
        StringBuilder text = new StringBuilder();
        seen.forEach((line, environments) -> text.append(line).append('\n').append(String.join("\n", environments)));
        return text.toString();
    }

    private void watch() {
        while (!ended.get()) {
            try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
                processes
                        .filter(process -> process.getFileName().toString().matches("\\d+"))
                        .forEach(this::look);
                Thread.sleep(MILLISECONDS);
            } catch (IOException gone) {
                // Of a process that ended meanwhile; the next look is soon.
            } catch (InterruptedException interrupted) {
                return;
            }
        }
    }

    private void look(Path process) {
        String line = text(process.resolve("cmdline"));
        if (!line.isEmpty()) {
            Set<String> environments = seen.computeIfAbsent(line, absent -> ConcurrentHashMap.newKeySet());
            // Both are of one program; another one of the process has another command line.
            if (known.add(process.getFileName() + " " + line) && !mayKnow.test(line)) {
                environments.add(text(process.resolve("environ")));
            }
        }
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).replace('\0', ' ');
        } catch (IOException ended) {
            return "";
        }
    }

    @Override
    public void close() {
        ended.set(true);
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
