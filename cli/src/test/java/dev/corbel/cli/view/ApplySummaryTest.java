package dev.corbel.cli.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.testing.CommandRun;
import dev.corbel.cli.testing.Project;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApplySummaryTest {
    @TempDir
    Path directory;

    @Test
    void countsWhatWasSkippedAfterTen() {
        CommandRun run = Project.of(directory, """
            provider('simulator') { }
            resource('sim_object', 'bad') { fail = ['create'] }
            resource('sim_object', 'o', forEach: (0..<14).collect { it.toString() }) { key ->
                value = sim_object.bad.id
            }
            """).run("apply", "--auto-approve");
        assertThat(run.err())
                .contains("Apply is not complete: 0 added, 0 changed, 0 destroyed; 1 failed, 14 skipped.\n")
                .contains("  failed     sim_object.bad\n")
                .contains("  skipped    4 more\n");
        assertThat(run.err().lines().filter(line -> line.startsWith("  skipped    sim_object.o")))
                .hasSize(10);
    }
}
