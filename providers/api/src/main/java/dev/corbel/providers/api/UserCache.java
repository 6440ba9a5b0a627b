package dev.corbel.providers.api;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The folder of what Corbel can make again at any time. It is the user's, and in no project. */
public final class UserCache {
    private UserCache() {}

    /**
     * The folder {@code corbel} of the user's cache, which need not exist, and which others may be able to read; empty where the
     * user has no place for it.
     *
     * @param variables the process's environment variables
     */
    public static Optional<Path> folder(Map<String, String> variables) {
        return Stream.of(
                        absolute(variables.get("XDG_CACHE_HOME")),
                        absolute(variables.get("LOCALAPPDATA")),
                        absolute(variables.get("HOME")).map(home -> home.resolve(".cache")),
                        absolute(System.getProperty("user.home")).map(home -> home.resolve(".cache")))
                .flatMap(Optional::stream)
                .findFirst()
                .map(parent -> parent.resolve("corbel"));
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
