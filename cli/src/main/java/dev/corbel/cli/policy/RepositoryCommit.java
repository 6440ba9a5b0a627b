package dev.corbel.cli.policy;

import dev.corbel.cli.place.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the commit that a project's repository stands at, from the files of Git. */
public final class RepositoryCommit {
    private static final String REFERENCE = "ref: ";

    private RepositoryCommit() {}

    /** The id of the commit; empty outside of a repository, and where it cannot be read. */
    public static Optional<String> of(Path project) {
        return Repository.around(project).flatMap(repository -> {
            try {
                return head(gitFolder(repository.git()));
            } catch (IOException unreadable) {
                return Optional.empty();
            }
        });
    }

    /** In a worktree it is a file that names the folder. */
    private static Path gitFolder(Path git) throws IOException {
        if (Files.isDirectory(git)) {
            return git;
        }
        String text = Files.readString(git).strip();
        return git.resolveSibling(text.startsWith("gitdir: ") ? text.substring("gitdir: ".length()) : text);
    }

    private static Optional<String> head(Path git) throws IOException {
        String head = Files.readString(git.resolve("HEAD")).strip();
        if (!head.startsWith(REFERENCE)) {
            return Optional.of(head);
        }
        String name = head.substring(REFERENCE.length());
        Path common = Files.isRegularFile(git.resolve("commondir"))
                ? git.resolve(Files.readString(git.resolve("commondir")).strip())
                : git;
        Path loose = common.resolve(name);
        return Files.isRegularFile(loose)
                ? Optional.of(Files.readString(loose).strip())
                : packed(common.resolve("packed-refs"), name);
    }

    private static Optional<String> packed(Path file, String name) throws IOException {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        return Files.readAllLines(file).stream()
                .filter(line -> line.endsWith(" " + name))
                .map(line -> line.substring(0, line.indexOf(' ')))
                .findFirst();
    }
}
