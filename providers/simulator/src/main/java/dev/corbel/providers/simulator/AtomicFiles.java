package dev.corbel.providers.simulator;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/**
 * Writes files so that readers see the old content or the new one, and never a part. What is not whole yet is in a folder
 * of its own, where a process that is killed may leave something that nobody takes for an object.
 */
final class AtomicFiles {
    private final Path temporaries;

    AtomicFiles(Path temporaries) {
        this.temporaries = temporaries;
    }

    void write(Path file, String content) throws IOException {
        Files.createDirectories(temporaries);
        Files.createDirectories(file.resolveSibling(""));
        Path temporary = temporaries.resolve(file.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            // A stream and no channel, so that an interrupted thread still finishes what it began.
            try (FileOutputStream out = new FileOutputStream(temporary.toFile())) {
                out.write(content.getBytes(StandardCharsets.UTF_8));
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
