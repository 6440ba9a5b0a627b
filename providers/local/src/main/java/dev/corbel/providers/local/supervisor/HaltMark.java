package dev.corbel.providers.local.supervisor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file in the folder of a job that shall not run until it is brought about again; a supervisor that comes after this one sees it.
 *
 * @param folder of the job
 */
record HaltMark(Path folder) {
    private Path file() {
        return folder.resolve("halted");
    }

    boolean isSet() {
        return Files.exists(file());
    }

    void set() throws IOException {
        PrivateFiles.createFile(file());
    }

    void clear() throws IOException {
        Files.deleteIfExists(file());
    }
}
