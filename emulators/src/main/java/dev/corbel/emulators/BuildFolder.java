package dev.corbel.emulators;

import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of the build, whichever module of it this runs in. */
public final class BuildFolder {
    private BuildFolder() {}

    /** A program in it, by its path from there. */
    public static Path program(String path) {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path program = folder.resolve(path);
            if (Files.isExecutable(program)) {
                return program;
            }
        }
        throw new IllegalStateException(
                "there is no " + path + " in or above " + Path.of("").toAbsolutePath());
    }
}
