package dev.corbel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.testing.CommandRun;
import dev.corbel.cli.testing.CorbelProcess;
import dev.corbel.cli.testing.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A real process is killed in the middle of a call, before or after the call had its effect; then life goes on. */
@Timeout(120)
class RecoveryTest {
    /** The effect happens half-way. */
    private static final String SLOW = "4 s";

    private static final String NO_CHANGES = "No changes. Your infrastructure matches the definition.\n";

    @TempDir
    Path directory;

    private Project define(String latency, String blocks) {
        return Project.of(directory, "provider('simulator') { latency = '" + latency + "' }\n" + blocks);
    }

    private void killedOnce(Callable<Boolean> moment) {
        try (CorbelProcess apply = CorbelProcess.start(directory, List.of(), "apply", "--auto-approve")) {
            while (!moment.call()) {
                Thread.sleep(Duration.ofMillis(5).toMillis());
            }
            assertThat(apply.signal("KILL").end().exitCode()).isEqualTo(137);
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private List<Path> files(String folder, String ending) throws IOException {
        Path path = directory.resolve(folder);
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }

    private List<Path> objects() throws IOException {
        return files(".simulator/objects", ".json");
    }

    /** A header and an intent. */
    private boolean isIntended() throws IOException {
        List<Path> segments = files(".corbel/state/default/journal", ".jsonl");
        return !segments.isEmpty() && Files.readAllLines(segments.get(0)).size() >= 2;
    }

    private String idOfTheObject() throws IOException {
        String name = String.valueOf(objects().get(0).getFileName());
        return name.substring(0, name.length() - ".json".length());
    }

    @Test
    void driftLeavesAnInterruptedCallToTheNextApply() throws IOException {
        String block = "resource('sim_object', 'a') { name = 'a' }\n";
        define(SLOW, block);
        killedOnce(() -> !objects().isEmpty());
        Project project = define("0 ms", block);
        Path segment = files(".corbel/state/default/journal", ".jsonl").get(0);
        String before = Files.readString(segment);

        CommandRun drift = project.run("drift");

        assertThat(drift.exitCode()).as(drift.err()).isZero();
        assertThat(drift.out())
                .contains("interrupted  sim_object.a\n    An earlier run was ended while it was about to create it.");
        assertThat(Files.readString(segment)).isEqualTo(before);
        project.succeed("apply", "--auto-approve");
        assertThat(project.run("drift").out()).startsWith("No drift.");
    }

    @Test
    void driftLooksBesideALivingApply() throws Exception {
        Project project = define("3 s", "resource('sim_object', 'a') { name = 'a' }\n");
        try (CorbelProcess apply = CorbelProcess.start(directory, List.of(), "apply", "--auto-approve")) {
            while (!isIntended()) {
                Thread.sleep(5);
            }

            CommandRun drift = project.run("drift");

            assertThat(drift.exitCode()).as(drift.err()).isZero();
            assertThat(drift.out()).contains("in-progress  sim_object.a\n    Another run is about to create it: ");
            assertThat(apply.end().exitCode()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "natural-key, before, 'Nothing was created.'",
        "natural-key, after, 'It was created, and is in state now (id ID).'",
        "tag, before, 'Nothing was created.'",
        "tag, after, 'It was created, and is in state now (id ID).'",
        "client-token, before, 'It was repeated, and its object is in state now (id ID).'",
        "client-token, after, 'It was repeated, and its object is in state now (id ID).'",
    })
    void aKilledCreationLeavesNeitherOrphanNorDuplicate(String identity, String moment, String words)
            throws IOException {
        String block = "resource('sim_object', 'a') { name = 'a'; identity = '" + identity + "' }\n";
        define(SLOW, block);
        killedOnce(moment.equals("before") ? this::isIntended : () -> !objects().isEmpty());
        Project project = define("0 ms", block);

        CommandRun next = project.run("apply", "--auto-approve");

        assertThat(next.exitCode()).as(next.err()).isZero();
        assertThat(objects()).hasSize(1);
        assertThat(next.err()).startsWith("""
                Warning: An earlier run did not learn what came of the create of sim_object.a
                  in sim_object.a

                  %s
                """.formatted(words.replace("ID", idOfTheObject())));
        assertThat(project.succeed("plan")).isEqualTo(new CommandRun(0, NO_CHANGES, "Reading 1 object\n"));
    }

    @Test
    void whatCannotBeRepeatedCanBeSettledByHand() throws IOException {
        String block = "resource('sim_object', 'a') { name = 'a'; identity = 'client-token' }\n";
        define(SLOW, block);
        killedOnce(this::isIntended);
        Project project = define("0 ms", block);
        project.write(".simulator/objects/other.json", "{\"id\": \"other\", \"name\": \"a\", \"token\": \"other\"}");

        CommandRun stuck = project.run("apply", "--auto-approve");

        assertThat(stuck.exitCode()).isEqualTo(1);
        assertThat(stuck.err()).isEqualTo("""
                Error: A sim_object with the name "a" exists already
                  in sim_object.a

                  Its id is other. Only one object in a directory can have a name.

                  Choose another name, or take over the object with adopt and this id.
                  An earlier run did not learn whether sim_object.a was created, and nothing is planned before that is \
                known. Run the command again, or settle it by hand.
                  Look for the object. Where it exists: corbel import default 'sim_object.a' ID. Where not: corbel state rm default \
                'sim_object.a'
                """);
        project.succeed("state", "rm", "sim_object.a", "--auto-approve");
        project.write(".simulator/objects/other.json", "{\"id\": \"other\", \"name\": \"b\", \"token\": \"other\"}");
        project.succeed("apply", "--auto-approve");
        assertThat(project.succeed("plan").out()).isEqualTo(NO_CHANGES);
    }

    @Test
    void aPlanRepeatsNothing() throws IOException {
        String block = "resource('sim_object', 'a') { value = 1 }\n";
        define(SLOW, block);
        killedOnce(this::isIntended);
        Project project = define("0 ms", block);

        CommandRun plan = project.succeed("plan", "--out", "saved");

        assertThat(plan.err()).startsWith("""
                Warning: An earlier run did not learn what came of the create of sim_object.a
                  in sim_object.a

                  It may have had its effect or not. The next apply repeats it in a way that makes no second object.
                """);
        assertThat(objects()).isEmpty();
        assertThat(project.run("apply", "saved").err())
                .contains("It was repeated, and its object is in state now", "Error: Saved plan is stale");
        assertThat(project.succeed("plan").out()).isEqualTo(NO_CHANGES);
        assertThat(objects()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"before", "after"})
    void whatCannotBeFoundAgainWaitsForAPerson(String moment) throws IOException {
        String block = "resource('sim_object', 'a') { identity = 'none' }\n";

        waitForAPerson(block, moment, "objects of the type sim_object cannot be found again by themselves.");
    }

    @ParameterizedTest
    @CsvSource({"before", "after"})
    void aCreationWhoseNameIsASecretWaitsForAPerson(String moment) throws IOException {
        String block = """
                variable('tenant') { type = 'string'; sensitive = true; defaultValue = 'acme' }
                resource('sim_object', 'a') { name = "orders-${variable.tenant}" }
                """;

        waitForAPerson(
                block,
                moment,
                "no object of the type sim_object was found, which proves nothing: what it asked for holds secrets, which are not kept, and its name may be one of them.");
    }

    private void waitForAPerson(String block, String moment, String reason) throws IOException {
        define(SLOW, block);
        killedOnce(moment.equals("before") ? this::isIntended : () -> !objects().isEmpty());
        Project project = define("0 ms", block);

        for (String command : List.of("plan", "apply")) {
            CommandRun stuck = project.run(command);
            assertThat(stuck.exitCode()).isEqualTo(1);
            assertThat(stuck.out()).isEmpty();
            assertThat(stuck.err().replaceAll("operation [0-9a-f-]+", "operation ID"))
                    .isEqualTo("""
                    Error: Nobody knows whether sim_object.a was created
                      in sim_object.a

                      An earlier run did not learn what came of the creation (operation ID, provider "simulator"), and %s

                      Look for the object. Where it exists: corbel import default 'sim_object.a' ID. Where not: corbel state rm default 'sim_object.a'
                    """.formatted(reason));
        }
        if (moment.equals("after")) {
            project.succeed("import", "sim_object.a", idOfTheObject());
        } else {
            assertThat(project.succeed("state", "rm", "sim_object.a", "--auto-approve")
                            .out())
                    .isEqualTo("Removed sim_object.a\n");
        }
        project.succeed("apply", "--auto-approve");
        assertThat(objects()).hasSize(1);
        assertThat(project.succeed("plan").out()).isEqualTo(NO_CHANGES);
    }

    @Test
    void aKilledUpdateIsReadAgain() throws IOException {
        define("0 ms", "resource('sim_object', 'a') { value = 1 }\n").succeed("apply", "--auto-approve");
        Path object = objects().get(0);
        define(SLOW, "resource('sim_object', 'a') { value = 2 }\n");
        killedOnce(() -> Files.readString(object).replaceAll("\\s", "").contains("\"revision\":2"));
        Project project = define("0 ms", "resource('sim_object', 'a') { value = 2 }\n");

        CommandRun next = project.succeed("plan");

        assertThat(next.out()).isEqualTo(NO_CHANGES);
        assertThat(next.err()).contains("The object is there; it was read again.");
        assertThat(project.succeed("plan").err()).isEqualTo("Reading 1 object\n");
    }

    @Test
    void aKilledDeletionIsReadAgain() throws IOException {
        define("0 ms", "resource('sim_object', 'a') { value = 1 }\n").succeed("apply", "--auto-approve");
        define(SLOW, "");
        killedOnce(() -> objects().isEmpty());
        Project project = define("0 ms", "");

        CommandRun next = project.succeed("plan");

        assertThat(next.out()).isEqualTo(NO_CHANGES);
        assertThat(next.err()).contains("The object is gone, and so it is from state.");
        assertThat(project.succeed("state", "list").out()).isEmpty();
    }
}
