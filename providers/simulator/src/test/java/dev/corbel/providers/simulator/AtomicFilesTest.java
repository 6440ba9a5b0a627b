package dev.corbel.providers.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFilesTest {
    @TempDir
    Path directory;

    @Test
    void replacesAFileAndLeavesNothingElse() throws IOException {
        AtomicFiles files = new AtomicFiles(directory.resolve("temporary"));
        Path file = directory.resolve("objects/a.json");

        files.write(file, "old");
        files.write(file, "new");

        assertThat(file).hasContent("new");
        assertThat(directory.resolve("objects")).isDirectoryContaining("glob:**/a.json");
        assertThat(directory.resolve("temporary")).isEmptyDirectory();
    }

    @Test
    void leavesNothingBehindWhereItFails() throws IOException {
        AtomicFiles files = new AtomicFiles(directory.resolve("temporary"));
        Path occupied = directory.resolve("objects/a.json");
        Files.createDirectories(occupied.resolve("child"));

        assertThatThrownBy(() -> files.write(occupied, "new")).isInstanceOf(IOException.class);

        assertThat(directory.resolve("temporary")).isEmptyDirectory();
    }
}
