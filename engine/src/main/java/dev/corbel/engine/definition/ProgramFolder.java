package dev.corbel.engine.definition;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder in which programs of definitions are cached. It is the user's, and in no project: what comes with a project must
 * not change what a definition means.
 */
final class ProgramFolder {
    private ProgramFolder() {}

    /**
     * The folder, which need not exist; empty where the user has no place for it. It lies one below the folder {@code corbel},
     * which others may be able to read: other programs keep things there, too.
     *
     * @param variables the process's environment variables
     */
    static Optional<Path> of(Map<String, String> variables) {
        return Stream.of(
                        absolute(variables.get("XDG_CACHE_HOME")),
                        absolute(variables.get("LOCALAPPDATA")),
                        absolute(variables.get("HOME")).map(home -> home.resolve(".cache")),
                        absolute(System.getProperty("user.home")).map(home -> home.resolve(".cache")))
                .flatMap(Optional::stream)
                .findFirst()
                .map(parent -> parent.resolve("corbel").resolve("programs"));
    }

    /** A relative path would lie in the project. */
    private static Optional<Path> absolute(@Nullable String path) {
        try {
            return Optional.ofNullable(path).map(Path::of).filter(Path::isAbsolute);
        } catch (InvalidPathException unusable) {
            return Optional.empty();
        }
    }
}
