package dev.corbel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.testing.Project;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Where the umask forbids nobody anything, Corbel does so itself. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class UmaskTest {
    @TempDir
    private Path directory;

    @Test
    void whatCorbelMakesIsForItsOwnerAlone() throws IOException, InterruptedException {
        Project.of(directory, """
                provider('simulator') { }
                resource('sim_object', 'a') { value = 1 }
                """);
        // A person may make the folder first, and leave it open to all.
        openToAll("mkdir .corbel");
        // Former versions left these as open as the umask.
        openToAll("mkdir .corbel/seen .corbel/logs");
        openToAll("corbel apply --auto-approve");
        Project.of(directory, """
                provider('simulator') { }
                resource('sim_object', 'a') { value = 2 }
                """);
        openToAll("corbel apply --auto-approve");
        openToAll("corbel plan --destroy --out plan --html plan.html");

        List<Path> made;
        try (Stream<Path> files = Files.walk(directory.resolve(".corbel"))) {
            made = files.skip(1).toList();
        }
        assertThat(made)
                .extracting(file -> directory.relativize(file).toString())
                .contains(
                        ".corbel/seen",
                        ".corbel/seen/default.json",
                        ".corbel/logs",
                        ".corbel/state",
                        ".corbel/state/default/backups",
                        ".corbel/state/default/lock");
        for (Path file : made) {
            assertThat(permissions(file))
                    .as(file.toString())
                    .isEqualTo(Files.isDirectory(file) ? "rwx------" : "rw-------");
        }
        assertThat(permissions(directory.resolve("plan"))).isEqualTo("rw-------");
        assertThat(permissions(directory.resolve("plan.html"))).isEqualTo("rw-r--r--");
    }

    private void openToAll(String command) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String line = command.replace("corbel ", "\"$JAVA\" -XX:TieredStopAtLevel=1 dev.corbel.cli.Main ");
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", "umask 0; " + line)
                .directory(directory.toFile())
                .redirectErrorStream(true);
        builder.environment().put("JAVA", java);
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        builder.environment().put("CORBEL_LOG", "debug");
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
