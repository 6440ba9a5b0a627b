package dev.corbel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.testing.CommandRun;
import dev.corbel.cli.testing.CorbelProcess;
import dev.corbel.cli.testing.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only a process of its own shows. */
class ProcessTest {
    @TempDir
    Path directory;

    @Test
    void exitCodesTellHowItWent() {
        Project.of(directory, "resource('corbel_data', 'a') { input = 1 }\n");
        assertThat(CorbelProcess.run(directory, "plan").exitCode()).isZero();
        assertThat(CorbelProcess.run(directory, "plan", "--detailed-exitcode").exitCode())
                .isEqualTo(2);
        assertThat(CorbelProcess.run(directory, "plan", "--nonsense").exitCode())
                .isEqualTo(1);
    }

    @Test
    void versionLoadsNeitherLanguageNorClouds() {
        try (CorbelProcess process = CorbelProcess.start(directory, List.of("-Xlog:class+load:stdout"), "version")) {
            CommandRun run = process.end();
            assertThat(run.exitCode()).isZero();
            assertThat(run.out())
                    .contains("dev.corbel.cli.command.VersionCommand")
                    .doesNotContain(
                            "groovy.lang.",
                            "software.amazon.",
                            "ch.qos.logback.",
                            "org.jline.",
                            "com.fasterxml.jackson.databind.",
                            "dev.corbel.planner.",
                            "dev.corbel.cli.command.PlanCommand ");
        }
    }

    @Test
    void validateLoadsNoCloud() {
        Project.of(directory, "resource('aws_vpc', 'main') { cidr_block = '10.0.0.0/16' }\n");
        try (CorbelProcess process = CorbelProcess.start(directory, List.of("-Xlog:class+load:stdout"), "validate")) {
            CommandRun run = process.end();
            assertThat(run.exitCode()).as(run.err()).isZero();
            assertThat(run.out()).contains("groovy.").doesNotContain("software.amazon.");
        }
    }

    @Test
    void theFirstInterruptLetsRunningCallsFinishAndStartsNothingNew() throws IOException {
        slowChain("2 s");
        try (CorbelProcess apply = CorbelProcess.start(directory, List.of(), "apply", "--auto-approve")) {
            CommandRun run =
                    apply.awaitLine("sim_object.first: creating").signal("INT").end();
            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.err())
                    .contains(
                            "Stopping: nothing new starts, running calls finish. Ctrl-C again stops at once.\n",
                            "sim_object.first: created in ",
                            "sim_object.second: skipped, since the run was stopped\n",
                            "Apply is not complete: 1 added, 0 changed, 0 destroyed; 0 failed, 1 skipped.\n");
        }
        assertThat(objects()).isEqualTo(1);
        assertThat(CorbelProcess.run(directory, "state", "list").out()).isEqualTo("sim_object.first\n");
    }

    @Test
    void theSecondInterruptStopsAtOnceAndLeavesStateWhole() throws IOException {
        slowChain("100 s");
        try (CorbelProcess apply = CorbelProcess.start(directory, List.of(), "apply", "--auto-approve")) {
            CommandRun run = apply.awaitLine("sim_object.first: creating")
                    .signal("INT")
                    .awaitLine("Stopping:")
                    .signal("INT")
                    .end();
            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.err()).contains("Stopping at once: what runs is abandoned");
        }
        slowChain("0 ms");
        assertThat(CorbelProcess.run(directory, "apply", "--auto-approve").exitCode())
                .isZero();
        assertThat(objects()).isEqualTo(2);
    }

    @Test
    void aKilledApplyBlocksNobodyAndTheNextOneConverges() throws IOException {
        slowChain("2 s");
        try (CorbelProcess apply = CorbelProcess.start(directory, List.of(), "apply", "--auto-approve")) {
            apply.awaitLine("sim_object.second: creating").signal("KILL");
            assertThat(apply.end().exitCode()).isEqualTo(137);
        }
        slowChain("0 ms");
        CommandRun next = CorbelProcess.run(directory, "apply", "--auto-approve");
        assertThat(next.exitCode()).as(next.err()).isZero();
        assertThat(objects()).isEqualTo(2);
        assertThat(CorbelProcess.run(directory, "plan").out())
                .isEqualTo("No changes. Your infrastructure matches the definition.\n");
    }

    @Test
    void aPipeGetsNeitherColoursNorMovingLines() {
        slowChain("0 ms");
        CommandRun run = CorbelProcess.run(directory, "apply", "--auto-approve");
        assertThat(run.out() + run.err()).doesNotContain("\u001b");
    }

    private void slowChain(String latency) {
        Project.of(directory, """
                provider('simulator') { latency = '%s' }
                resource('sim_object', 'first') { name = 'first' }
                resource('sim_object', 'second') {
                    name  = 'second'
                    value = sim_object.first.id
                }
                """.formatted(latency));
    }

    private long objects() throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve(".simulator/objects"))) {
            return files.filter(file -> file.toString().endsWith(".json")).count();
        }
    }
}
