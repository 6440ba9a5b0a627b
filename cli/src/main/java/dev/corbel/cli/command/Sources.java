package dev.corbel.cli.command;

import dev.corbel.cli.environment.Environment;
import dev.corbel.cli.view.SourceLookup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finds definitions on disk, to show the code around a problem. Of other files, which may hold secrets, it shows nothing. */
final class Sources {
    private Sources() {}

    static SourceLookup of(Invocation invocation) {
        return file -> invocation.chosenEnvironment().map(Environment::project).flatMap(project -> read(project, file));
    }

    private static Optional<String> read(Path project, String file) {
        try {
            Path path = project.resolve(file);
            return file.endsWith(".groovy") && Files.isRegularFile(path)
                    ? Optional.of(Files.readString(path))
                    : Optional.empty();
        } catch (IOException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}
