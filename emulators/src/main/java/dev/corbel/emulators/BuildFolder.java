package dev.corbel.emulators;

import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of the build, whichever module of it this runs in. */
public final class BuildFolder {
    private BuildFolder() {}

    /** A file in it, by its path from there. */
    public static Path file(String path) {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path file = folder.resolve(path);
            if (Files.exists(file)) {
                return file;
            }
        }
        throw new IllegalStateException(
                "there is no " + path + " in or above " + Path.of("").toAbsolutePath());
    }
}
