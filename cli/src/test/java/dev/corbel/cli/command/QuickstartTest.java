package dev.corbel.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.testing.Project;
import dev.corbel.emulators.LongForm;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that the documents show with the quickstart, run by a shell as they stand there, with an answer to each question. */
class QuickstartTest {
    private static final Pattern BLOCK = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);
    private static final int PATIENCE_MINUTES = 5;

    /** What a shell runs instead of the launcher: the classes under test. */
    private static final String LAUNCHER = """
            #!/bin/sh
            echo yes | "%s" -XX:TieredStopAtLevel=1 -cp "%s" dev.corbel.cli.Main "$@"
            """;

    @TempDir
    Path temporary;

    private Path root = Path.of("");
    private Project project = new Project(Path.of(""));

    @BeforeEach
    void prepare() throws IOException {
        root = Files.createDirectory(temporary.resolve("a repository"));
        project = Project.example("quickstart", root.resolve("examples/quickstart"));
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Path launcher = Files.writeString(
                root.resolve("corbel"), LAUNCHER.formatted(java, System.getProperty("java.class.path")));
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @AfterEach
    void endProcesses() {
        project.run("destroy", "default", "--auto-approve");
    }

    /** What each block of a document that has a text prints, with its exit code behind. */
    private List<String> run(Path document, String text) throws Exception {
        StringBuilder script = new StringBuilder();
        List<Path> outputs = new ArrayList<>();
        Matcher block = BLOCK.matcher(Files.readString(Path.of("..").resolve(document)));
        while (block.find()) {
            if (!block.group(1).contains(text)) {
                continue;
            }
            Path output = temporary.resolve("output-" + outputs.size());
            outputs.add(output);
            script.append("{\n")
                    .append(block.group(1))
                    .append("} >'" + output + "' 2>&1\necho \"exit code $?\" >>'" + output + "'\n");
        }
        Process shell = new ProcessBuilder("sh", "-u", "-c", script.toString())
                .directory(root.toFile())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(temporary.resolve("shell").toFile())
                .start();
        boolean hasEnded = shell.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES);
        if (!hasEnded) {
            shell.descendants().forEach(ProcessHandle::destroyForcibly);
            shell.destroyForcibly();
        }
        assertThat(hasEnded).as("whether %s ended", document).isTrue();
        assertThat(temporary.resolve("shell")).isEmptyFile();
        List<String> printed = new ArrayList<>();
        for (Path output : outputs) {
            printed.add(Files.readString(output));
        }
        return printed;
    }

    /** The processes that run in the project's folder. */
    private List<Long> processes() throws IOException {
        List<Long> found = new ArrayList<>();
        try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
            for (ProcessHandle process : all.toList()) {
                try {
                    Path directory = Path.of("/proc", Long.toString(process.pid()), "cwd")
                            .toRealPath();
                    if (directory.startsWith(root.toRealPath())) {
                        found.add(process.pid());
                    }
                } catch (IOException gone) {
                    // It has ended.
                }
            }
        }
        return found;
    }

    private void assertNothingIsLeft() throws IOException {
        assertThat(processes()).isEmpty();
        assertThat(project.directory().resolve(".corbel/local")).doesNotExist();
    }

    @Test
    void theGuideGoesItsWholeWay() throws Exception {
        List<String> printed = run(Path.of("docs/getting-started.md"), "");

        assertThat(printed).hasSize(8);
        assertThat(printed.get(0))
                .contains("Plan: 6 to add, 0 to change, 0 to destroy.", "Apply complete! Resources: 6 added")
                .containsPattern("\nurl = \"http://127\\.0\\.0\\.1:\\d+\"\nexit code 0\n$");
        assertThat(printed.get(1))
                .containsPattern("^version 1\ncontainer here-shop-[12]\nprocess \\d+\nvisits 1\nfirst visit 20\\S+Z\n")
                .contains("here/shop/local_postgresql.server\n", "here/shop/files/local_bucket.folder\n")
                .endsWith("No changes. Your infrastructure matches the definition.\nexit code 0\n");
        assertThat(printed.get(2))
                .containsPattern("^version 1\ncontainer here-shop-[12]\n")
                .endsWith("exit code 0\n");
        assertThat(printed.get(3)).contains("work_mem", "64MB").endsWith("exit code 2\n");
        assertThat(printed.get(4))
                .contains("Apply complete! Resources: 0 added, 1 changed, 0 destroyed.")
                .endsWith("exit code 0\n");
        assertThat(printed.get(5))
                .contains("+ here/shop/local_container.container_3", "Apply complete! Resources: 1 added")
                .containsPattern("version 2\ncontainer here-shop-[123]\nprocess \\d+\nvisits 4\n")
                .endsWith("exit code 0\n");
        assertThat(printed.get(6))
                .contains("Apply complete!", "Destroy complete!")
                .endsWith("exit code 0\n");
        assertThat(printed.get(7))
                .contains("Destroy complete! Resources: 7 destroyed.")
                .endsWith("exit code 0\n");
        assertNothingIsLeft();
    }

    @LongForm
    @Test
    void theExampleGoesItsWholeWay() throws Exception {
        List<String> printed = run(Path.of("examples/quickstart/README.md"), "");

        assertThat(printed).hasSize(2);
        assertThat(printed.get(0)).contains("No changes.", "Destroy complete!").endsWith("exit code 0\n");
        assertThat(printed.get(1))
                .contains("+ here/shop/local_container_stop.stop", "Resources: 1 added, 2 changed, 0 destroyed.")
                .containsSubsequence("visits 1\n", "visits 2\n", "Destroy complete!")
                .endsWith("exit code 0\n");
        assertNothingIsLeft();
    }

    @LongForm
    @Test
    void theDayOfTheReadmeGoesItsWholeWay() throws Exception {
        List<String> printed = run(Path.of("README.md"), "corbel validate");

        assertThat(printed).hasSize(1);
        assertThat(printed.get(0))
                .contains("Saved the plan.", "Apply complete! Resources: 6 added", "Destroy complete!")
                .endsWith("exit code 0\n");
        assertNothingIsLeft();
    }
}
