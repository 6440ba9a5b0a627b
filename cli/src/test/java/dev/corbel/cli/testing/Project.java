package dev.corbel.cli.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** A project in a folder, and the commands that are run in it. */
public record Project(Path directory) {
    /** A project with one environment, called default. */
    public static Project of(Path directory, String definition) {
        return new Project(directory).write("environments/default.groovy", definition);
    }

    /** A copy of a checked-in example. */
    public static Project example(String name, Path directory) {
        Path example = Path.of("..", "examples", name);
        try (Stream<Path> files = Files.walk(example)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path relative = example.relativize(file);
                if (!relative.startsWith(".corbel") && !relative.startsWith(".simulator")) {
                    Path target = directory.resolve(relative.toString());
                    Files.createDirectories(target.getParent());
                    Files.copy(file, target);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new Project(directory);
    }

    public Project write(String path, String text) {
        try {
            Path file = directory.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    public String read(String path) {
        try {
            return Files.readString(directory.resolve(path));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Deletes the files of a folder. */
    public void deleteAll(String folder) {
        try (Stream<Path> files = Files.list(directory.resolve(folder))) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        } catch (IOException undeletable) {
            throw new UncheckedIOException(undeletable);
        }
    }

    public CommandRun run(String... arguments) {
        return CommandRun.in(directory, arguments);
    }

    public CommandRun runWithInput(String input, String... arguments) {
        return CommandRun.in(directory, Map.of(), input, arguments);
    }

    /** Runs a command that has to succeed. */
    public CommandRun succeed(String... arguments) {
        CommandRun run = run(arguments);
        if (run.exitCode() != 0) {
            throw new AssertionError(String.join(" ", arguments) + "\n" + run.out() + run.err());
        }
        return run;
    }

    /** Everything that somebody sees of a run, without what differs from run to run. */
    public String transcript(String... arguments) {
        CommandRun run = run(arguments);
        String text = "exit code " + run.exitCode() + "\n--- stdout\n" + run.out() + "--- stderr\n" + run.err();
        return text.replace(directory.toString(), "PROJECT");
    }
}
