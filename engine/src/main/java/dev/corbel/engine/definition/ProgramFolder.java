package dev.corbel.engine.definition;

import dev.corbel.providers.api.UserCache;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

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
        return UserCache.folder(variables).map(parent -> parent.resolve("programs"));
    }
}
