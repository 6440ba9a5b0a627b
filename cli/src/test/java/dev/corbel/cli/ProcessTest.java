package dev.corbel.cli;

import static dev.corbel.cli.testing.Golden.assertGolden;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.testing.CommandRun;
import dev.corbel.cli.testing.CorbelProcess;
import dev.corbel.cli.testing.Project;
import dev.corbel.cli.testing.TestServices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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
                            "org.apache.sshd.",
                            "com.azure.",
                            "ch.qos.logback.",
                            "org.jline.",
                            "com.fasterxml.jackson.databind.",
                            "dev.corbel.planner.",
                            "dev.corbel.cli.command.PlanCommand ");
        }
    }

    @Test
    void aPlanForPeopleLoadsNoOtherView() {
        Project.of(directory, "resource('corbel_data', 'a') { input = 1 }\n");
        try (CorbelProcess process = CorbelProcess.start(directory, List.of("-Xlog:class+load:stdout"), "plan")) {
            CommandRun run = process.end();
            assertThat(run.exitCode()).as(run.err()).isZero();
            assertThat(run.out())
                    .contains("dev.corbel.cli.view.PlanView ")
                    .doesNotContain(
                            "dev.corbel.cli.view.page.",
                            "dev.corbel.cli.view.markdown.",
                            "dev.corbel.cli.view.graph.",
                            "dev.corbel.cli.json.PlanDocument",
                            "dev.corbel.cli.place.DeclaredPlaces");
        }
    }

    @Test
    void aPlanWithoutCloudsLoadsNone() {
        Project.of(directory, """
                provider('azure') { subscription = '00000000-0000-0000-0000-000000000000' }
                resource('corbel_data', 'a') { input = 1 }
                """);
        try (CorbelProcess process = CorbelProcess.start(directory, List.of("-Xlog:class+load:stdout"), "plan")) {
            CommandRun run = process.end();
            assertThat(run.exitCode()).as(run.err()).isZero();
            assertThat(run.out())
                    .contains("dev.corbel.planner.")
                    .doesNotContain("software.amazon.", "com.azure.", "reactor.");
        }
    }

    @Test
    void anApplySaysHowLongItTook() {
        Project.of(directory, "resource('corbel_data', 'a') { input = 1 }\n");
        assertThat(CorbelProcess.run(directory, "apply", "--auto-approve").out())
                .containsPattern(
                        "\n\nApply complete! Resources: 1 added, 0 changed, 0 destroyed\\. Done in \\d+\\.\\d s\\.\n$");
    }

    @Test
    void validateLoadsNoCloud() {
        Project.of(directory, """
                provider('azure') { subscription = '00000000-0000-0000-0000-000000000000' }
                resource('aws_vpc', 'main') { cidr_block = '10.0.0.0/16' }
                provider('onprem') { address = 'web-1' }
                resource('onprem_host', 'web') { name = 'web-1' }
                """);
        try (CorbelProcess process = CorbelProcess.start(directory, List.of("-Xlog:class+load:stdout"), "validate")) {
            CommandRun run = process.end();
            assertThat(run.exitCode()).as(run.err()).isZero();
            assertThat(run.out())
                    .contains("groovy.", "dev.corbel.providers.onprem.machine.OnpremHost ")
                    .doesNotContain("software.amazon.", "org.apache.sshd.", "net.i2p.", "com.azure.", "reactor.");
        }
    }

    @Test
    void helpLoadsNoClientOfAProvider() {
        try (CorbelProcess process = CorbelProcess.start(directory, List.of("-Xlog:class+load:stdout"), "help")) {
            CommandRun run = process.end();
            assertThat(run.exitCode()).as(run.err()).isZero();
            assertThat(run.out())
                    .contains("picocli.")
                    .doesNotContain("software.amazon.", "org.apache.sshd.", "com.azure.");
        }
    }

    @Test
    void validateChecksTheStateBlockAndLoadsNoClientForIt() {
        Project.of(directory, "state('postgres') { host = 'db'; database = 'state' }\n")
                .write("environments/azure.groovy", "state('azureblob') { account = 'acme'; container = 'state' }\n");
        for (String environment : List.of("default", "azure")) {
            try (CorbelProcess process =
                    CorbelProcess.start(directory, List.of("-Xlog:class+load:stdout"), "validate", environment)) {
                CommandRun run = process.end();
                assertThat(run.exitCode()).as(run.err()).isZero();
                assertThat(run.out())
                        .contains("dev.corbel.state.backend.StateBackends ")
                        .doesNotContain("com.azure.", "org.postgresql.", "software.amazon.");
            }
        }
    }

    @Test
    void tooLittleMemoryIsNamed() {
        Project.of(directory, "// " + "x".repeat(60_000_000) + "\n");
        try (CorbelProcess process = CorbelProcess.start(directory, List.of("-Xmx40m"), "validate")) {
            assertThat(process.end()).isEqualTo(new CommandRun(1, "", """
                            Error: There is not enough memory

                              Java has a limit for its heap.

                              Give it more: CORBEL_JAVA_OPTS=-Xmx4g
                            """));
        }
    }

    @Test
    void tooDeepNestingIsNamed() {
        Project.of(directory, "def deep = " + "[".repeat(5_000) + "]".repeat(5_000) + "\n");
        try (CorbelProcess process = CorbelProcess.start(directory, List.of("-Xss512k"), "validate")) {
            assertThat(process.end()).isEqualTo(new CommandRun(1, "", """
                            Error: The definition is nested too deeply

                              Java has a limit for its stack.

                              Take long chains and deep lists apart, or give it more: CORBEL_JAVA_OPTS=-Xss16m
                            """));
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
    void anInterruptAtTheQuestionSaysThatNothingWasChanged() {
        slowChain("0 ms");
        try (CorbelProcess apply =
                CorbelProcess.startAsking(directory, Map.of(), TestServices.NONE, List.of(), "apply")) {
            CommandRun run = apply.awaitLine("Apply this plan to environment \"default\"?")
                    .signal("INT")
                    .end();
            assertThat(run.exitCode()).isEqualTo(130);
            assertThat(run.err()).endsWith("Only \"yes\" is taken as approval: \nNothing was changed.\n");
        }
        assertThat(CorbelProcess.run(directory, "plan").exitCode()).isZero();
    }

    @Test
    void aTerminationWhilePlanningSaysThatNothingWasChanged() {
        slowChain("0 ms");
        assertThat(CorbelProcess.run(directory, "apply", "--auto-approve").exitCode())
                .isZero();
        slowChain("30 s");
        try (CorbelProcess apply = CorbelProcess.start(directory, List.of(), "destroy", "--auto-approve")) {
            CommandRun run = apply.awaitLine("Reading 2 objects").signal("TERM").end();
            assertThat(run.exitCode()).isEqualTo(143);
            assertThat(run.err()).endsWith("\nNothing was changed.\n");
        }
        assertThat(CorbelProcess.run(directory, "state", "list").out())
                .isEqualTo("sim_object.first\nsim_object.second\n");
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
    void aTruncatedJournalCostsNothingThatWasDone() throws IOException {
        slowChain("2 s");
        try (CorbelProcess apply = CorbelProcess.start(directory, List.of(), "apply", "--auto-approve")) {
            apply.awaitLine("sim_object.second: creating");
            awaitIntentOfSecond();
            apply.signal("KILL").end();
        }
        Path journal = journal();
        byte[] entries = Files.readAllBytes(journal);
        Files.write(journal, Arrays.copyOf(entries, entries.length - 5));
        slowChain("0 ms");
        CommandRun next = CorbelProcess.run(directory, "apply", "--auto-approve");
        assertThat(next.err()).contains("Warning: The end of the journal was cut off\n");
        assertThat(next.exitCode()).as(next.err()).isZero();
        assertThat(CorbelProcess.run(directory, "state", "list").out())
                .isEqualTo("sim_object.first\nsim_object.second\n");
    }

    @Test
    void missingCredentialsAreNamed() {
        Project.of(directory, """
                provider('aws') { region = 'eu-central-1' }
                resource('aws_vpc', 'main') { cidr_block = '10.0.0.0/16' }
                """);
        Map<String, String> nobody = Map.of("AWS_EC2_METADATA_DISABLED", "true", "HOME", directory.toString());
        CommandRun run = CorbelProcess.run(directory, nobody, "apply", "--auto-approve");
        assertThat(run.exitCode()).isEqualTo(1);
        assertGolden("trouble/no-credentials.txt", run.err().substring(run.err().indexOf("Error:")));
    }

    @Test
    void anUnreachableEndpointIsNamed() {
        Project.of(directory, """
                provider('aws') {
                    region   = 'eu-central-1'
                    endpoint = 'http://127.0.0.1:1'
                }
                resource('aws_vpc', 'main') { cidr_block = '10.0.0.0/16' }
                """);
        Map<String, String> anybody = Map.of("AWS_ACCESS_KEY_ID", "a", "AWS_SECRET_ACCESS_KEY", "b");
        CommandRun run = CorbelProcess.run(directory, anybody, "apply", "--auto-approve");
        assertThat(run.exitCode()).isEqualTo(1);
        assertGolden(
                "trouble/unreachable-endpoint.txt",
                run.err().substring(run.err().indexOf("Error:")));
    }

    @Test
    void aLogIsWrittenWhereItIsAskedFor() throws IOException {
        Project.of(directory, "resource('corbel_data', 'a') { input = 1 }\n");
        assertThat(CorbelProcess.run(directory, "state", "list").exitCode()).isZero();
        assertThat(directory.resolve(".corbel/logs")).doesNotExist();
        CommandRun logged = CorbelProcess.run(directory, Map.of("CORBEL_LOG", "debug"), "state", "list");
        assertThat(logged).isEqualTo(new CommandRun(0, "", ""));
        try (Stream<Path> files = Files.list(directory.resolve(".corbel/logs"))) {
            assertThat(files.toList())
                    .singleElement()
                    .satisfies(log -> assertThat(Files.readString(log)).contains("INFO", "environments/default.groovy"))
                    .satisfies(log -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(log)))
                            .isEqualTo("rw-------"));
        }
    }

    @Test
    void aPipeGetsNeitherColoursNorMovingLines() {
        slowChain("0 ms");
        CommandRun run = CorbelProcess.run(directory, "apply", "--auto-approve");
        assertThat(run.out() + run.err()).doesNotContain("\u001b");
    }

    private Path journal() throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve(".corbel/state/default/journal"))) {
            return files.findFirst().orElseThrow();
        }
    }

    /** A line tells of a call before the journal does. */
    private void awaitIntentOfSecond() throws IOException {
        Path journal = journal();
        int headerIntentResultIntent = 4;
        while (Files.readAllLines(journal).size() < headerIntentResultIntent) {
            Thread.onSpinWait();
        }
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
