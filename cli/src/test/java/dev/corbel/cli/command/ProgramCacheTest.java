package dev.corbel.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.testing.CommandRun;
import dev.corbel.cli.testing.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing that comes with a project changes what its definition means. */
class ProgramCacheTest {
    @TempDir
    Path directory;

    @Test
    void takesNothingFromTheProject() throws IOException {
        Path evil = directory.resolve("evil");
        Path harmless = directory.resolve("harmless");
        Project.of(evil, "output('a') { value = 'planted' }\n");
        Project.of(harmless, "output('a') { value = 'harmless' }\n");
        plan(evil, directory.resolve("one"));
        plan(harmless, directory.resolve("two"));
        Path planted = programs(directory.resolve("one")).get(0);
        Path place = Files.createDirectories(harmless.resolve(".corbel/cache"));
        for (Path entry : programs(directory.resolve("two"))) {
            Files.copy(planted, place.resolve(entry.getFileName().toString()));
            Files.write(entry, Files.readAllBytes(planted));
        }

        assertThat(plan(harmless, directory.resolve("two")).out())
                .contains("harmless")
                .doesNotContain("planted");
        assertThat(plan(harmless, directory.resolve("three")).out())
                .contains("harmless")
                .doesNotContain("planted");
    }

    @Test
    void keepsProgramsBesideWhatOthersMayRead() throws IOException {
        Project.of(directory, "output('a') { value = 'x' }\n");
        Path cache = Files.createDirectory(directory.resolve("cache"));
        Path corbel = Files.createDirectory(cache.resolve("corbel"));
        Files.setPosixFilePermissions(corbel, PosixFilePermissions.fromString("rwxr-xr-x"));

        plan(directory, cache);

        assertThat(programs(cache)).hasSize(1);
    }

    @Test
    void worksWithoutAPlaceToWrite() throws IOException {
        Project.of(directory, "output('a') { value = 'x' }\n");
        Path file = Files.createFile(directory.resolve("file"));

        CommandRun run = plan(directory, file);

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
    }

    private static CommandRun plan(Path project, Path cache) {
        return CommandRun.in(project, Map.of("XDG_CACHE_HOME", cache.toString()), "", "plan");
    }

    private static List<Path> programs(Path cache) throws IOException {
        try (Stream<Path> files = Files.list(cache.resolve("corbel/programs"))) {
            return files.filter(file -> file.toString().endsWith(".program")).toList();
        }
    }
}
