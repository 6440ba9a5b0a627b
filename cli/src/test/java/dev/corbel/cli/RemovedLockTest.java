package dev.corbel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.testing.CommandRun;
import dev.corbel.cli.testing.CorbelProcess;
import dev.corbel.cli.testing.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Somebody removes the lock file of a run that is at work, and starts another command. */
class RemovedLockTest {
    private static final int OBJECTS = 12;
    private static final Pattern NAME = Pattern.compile("\"name\"\\s*:\\s*\"(o\\d+)\"");

    @TempDir
    private Path directory;

    private void define(String latency) {
        Project.of(directory, """
                provider('simulator') { latency = '%s' }
                (1..%d).each { number -> resource('sim_object', "o${number}") { name = "o${number}" } }
                """.formatted(latency, OBJECTS));
    }

    @Test
    @Timeout(120)
    void allThatItMadeIsInStateOrInTheFileThatItNames() throws IOException, InterruptedException {
        define("700 ms");
        CommandRun removed;
        try (CorbelProcess apply =
                CorbelProcess.start(directory, List.of(), "apply", "--auto-approve", "--parallelism", "2")) {
            while (made().size() < 2) {
                Thread.sleep(20);
            }
            Files.delete(directory.resolve(".corbel/state/default/lock"));
            assertThat(CorbelProcess.run(directory, "plan", "--no-refresh").exitCode())
                    .isZero();
            removed = apply.end();
        }

        assertThat(removed.exitCode()).isEqualTo(1);
        assertThat(removed.err())
                .contains("Error: This run no longer holds the lock of environment \"default\"\n")
                .containsPattern("Error: What this run did is kept in \\.corbel/rescued/default-\\d+-late\\.json\n");
        Set<String> made = made();
        assertThat(made).hasSizeBetween(2, OBJECTS - 1);
        Set<String> known = new TreeSet<>(
                names(CorbelProcess.run(directory, "state", "pull").out()));
        try (Stream<Path> files = Files.list(directory.resolve(".corbel/rescued"))) {
            for (Path file : files.toList()) {
                known.addAll(names(Files.readString(file)));
            }
        }
        assertThat(known).containsAll(made);

        define("0 ms");
        CommandRun next = CorbelProcess.run(directory, "apply", "--auto-approve");
        assertThat(next.err()).doesNotContain("corrupt", "does not belong");
    }

    private Set<String> made() throws IOException {
        Set<String> names = new TreeSet<>();
        Path objects = directory.resolve(".simulator/objects");
        if (!Files.isDirectory(objects)) {
            return names;
        }
        try (Stream<Path> files = Files.list(objects)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".json")).toList()) {
                names.addAll(names(Files.readString(file)));
            }
        }
        return names;
    }

    /** The names of objects that a text tells of; those of attributes in it have none of that form. */
    private static Set<String> names(String text) {
        Set<String> names = new TreeSet<>();
        Matcher name = NAME.matcher(text);
        while (name.find()) {
            names.add(name.group(1));
        }
        return names;
    }
}
