package dev.corbel.providers.simulator;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/** Writes a file so that readers see the old content or the new one, and never a part. */
final class AtomicFile {
    private AtomicFile() {}

    static void write(Path file, String content) throws IOException {
        Path directory = file.resolveSibling("");
        Files.createDirectories(directory);
        Path temporary = directory.resolve(file.getFileName() + "." + UUID.randomUUID() + ".tmp");
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
