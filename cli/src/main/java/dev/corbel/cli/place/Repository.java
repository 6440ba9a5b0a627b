package dev.corbel.cli.place;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The repository of Git around a project.
 *
 * @param root its folder
 * @param git the folder of Git in it; of a worktree, a file that names that folder
 */
public record Repository(Path root, Path git) {
    private static final String GIT = ".git";

    /** The next repository around a folder; empty where there is none. */
    public static Optional<Repository> around(Path folder) {
        Path inner = folder.toAbsolutePath().normalize();
        for (@Nullable Path around = inner; around != null; around = around.getParent()) {
            Path git = around.resolve(GIT);
            if (Files.exists(git)) {
                return Optional.of(new Repository(around, git));
            }
        }
        return Optional.empty();
    }
}
