package dev.corbel.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.testing.AwsSettings;
import dev.corbel.cli.testing.CommandRun;
import dev.corbel.cli.testing.CorbelProcess;
import dev.corbel.cli.testing.Project;
import dev.corbel.emulators.MotoExtension;
import dev.corbel.emulators.MotoServer;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.state.StateBackend;
import dev.corbel.state.backend.BackendContext;
import dev.corbel.state.backend.StateBackends;
import dev.corbel.state.backend.StateBlock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The commands with state in a bucket that all machines share. */
@ExtendWith(MotoExtension.class)
class StateInS3Test {
    private static final String BLOCK = "state('s3') { bucket = 'acme-state'; region = 'eu-central-1' }\n";
    private static final String RESOURCES = """
            resource('corbel_data', 'first') { input = 1 }
            resource('corbel_data', 'second') { input = corbel_data.first.id }
            output('number') { value = 1 }
            """;
    private static final String NO_CHANGES = "No changes. Your infrastructure matches the definition.\n";

    private final MotoServer moto;

    @TempDir
    Path here;

    @TempDir
    Path elsewhere;

    private AwsSettings settings;

    @SuppressWarnings("NullAway.Init")
    StateInS3Test(MotoServer moto) {
        this.moto = moto;
    }

    @BeforeEach
    void prepare() {
        settings = AwsSettings.forEmulator(moto.endpoint(), here);
        moto.makeBucket("acme-state", "eu-central-1");
    }

    @AfterEach
    void restore() {
        settings.close();
    }

    private CommandRun process(Path directory, String... arguments) {
        return CorbelProcess.run(
                directory,
                Map.of(
                        "AWS_ENDPOINT_URL",
                        moto.endpoint().toString(),
                        "AWS_ACCESS_KEY_ID",
                        "test",
                        "AWS_SECRET_ACCESS_KEY",
                        "test",
                        "AWS_EC2_METADATA_DISABLED",
                        "true"),
                arguments);
    }

    private StateBackend backend() {
        MapValue block = new MapValue(Map.of("bucket", Value.of("acme-state"), "region", Value.of("eu-central-1")));
        return StateBackends.discover()
                .open(
                        new StateBlock("s3", block, Optional.empty(), Map.of()),
                        new BackendContext(elsewhere, "default", "test"));
    }

    @Test
    void whatOneMachineDidAnotherOneKnows() {
        Project project = Project.of(here, BLOCK + RESOURCES);
        Project colleague = Project.of(elsewhere, BLOCK + RESOURCES);
        project.succeed("plan", "--out", "saved");
        assertThat(project.succeed("apply", "saved").out())
                .startsWith("\nApply complete! Resources: 2 added, 0 changed, 0 destroyed.\n");

        assertThat(process(elsewhere, "plan")).isEqualTo(new CommandRun(0, NO_CHANGES, "Reading 2 objects\n"));
        assertThat(colleague.succeed("state", "list").out()).isEqualTo("corbel_data.first\ncorbel_data.second\n");
        assertThat(colleague.succeed("output", "number").out()).isEqualTo("1\n");
        assertThat(colleague.succeed("show").out()).contains("corbel_data.second");
        assertThat(colleague.succeed("state", "show", "corbel_data.first").out())
                .contains("input  = 1");
        assertThat(Files.exists(here.resolve(".corbel/state"))).isFalse();

        assertThat(colleague
                        .succeed("state", "mv", "corbel_data.first", "corbel_data.moved")
                        .out())
                .isEqualTo("Moved corbel_data.first to corbel_data.moved\n");
        assertThat(project.succeed("state", "history").out())
                .matches("     2  now\n     1  \\S+Z  snapshots/000001-\\S+\\.json\n");
        assertThat(project.succeed("state", "restore", "1", "--auto-approve").out())
                .isEqualTo("The state of environment \"default\" is that of serial 1 again, with 2 resources.\n");

        String pulled = project.succeed("state", "pull").out();
        project.write("pulled.json", pulled);
        colleague.write("pulled.json", pulled);
        assertThat(colleague.succeed("state", "push", "pulled.json").out())
                .isEqualTo("The state of environment \"default\" is that of the file, with 2 resources.\n");
        assertThat(colleague.succeed("destroy", "--auto-approve").out())
                .endsWith("Destroy complete! Resources: 2 destroyed.\n");
        assertThat(project.succeed("state", "list").out()).isEmpty();
        assertThat(project.run("state", "push", "pulled.json").err()).startsWith("Error: The pushed state is older\n");
    }

    @Test
    void takesWhatExistsIntoState() {
        Project project = Project.of(here, BLOCK + "resource('sim_object', 'a') { name = 'x'; value = 1 }\n");
        project.succeed("apply", "--auto-approve");
        String id = project.succeed("state", "show", "sim_object.a")
                .out()
                .lines()
                .filter(line -> line.strip().startsWith("id "))
                .map(line -> line.replaceAll(".*\"(.*)\".*", "$1"))
                .findFirst()
                .orElseThrow();
        project.succeed("state", "rm", "sim_object.a", "--auto-approve");
        assertThat(project.succeed("import", "sim_object.a", id).out())
                .isEqualTo("Imported sim_object.a from " + id + "\n");
        assertThat(process(here, "plan").out()).endsWith(NO_CHANGES);
    }

    @Test
    void whoHoldsTheLockIsNamedAndItIsRemovedWhenThatRunIsGone() {
        String definition =
                BLOCK + "provider('simulator') { latency = '1 m' }\nresource('sim_object', 'a') { value = 1 }\n";
        Project project = Project.of(here, definition);
        try (CorbelProcess run = CorbelProcess.start(here, options(), "apply", "--auto-approve");
                StateBackend seen = backend()) {
            run.awaitLine("sim_object.a: creating");
            String id = seen.holder().orElseThrow().id();
            assertThat(project.run("plan").err())
                    .contains(
                            "Error: The state of environment \"default\" is locked\n",
                            "has been running \"apply default\" since ",
                            ", lock id " + id + ".\n");
            assertThat(project.run("unlock", "4321", "--auto-approve").err())
                    .startsWith("Error: The lock has another id\n");
            run.signal("KILL");
            assertThat(project.succeed("unlock", id, "--auto-approve").out())
                    .startsWith("Removed the lock of ")
                    .endsWith(" for \"apply default\".\n");
        }
        project.write("environments/default.groovy", definition.replace("1 m'", "0 ms'"));
        project.succeed("apply", "--auto-approve");
        assertThat(project.succeed("plan").out()).endsWith(NO_CHANGES);
        assertThat(project.succeed("state", "list").out()).isEqualTo("sim_object.a\n");
    }

    @Test
    void whoWaitsSaysForWhom() {
        String definition =
                BLOCK + "provider('simulator') { latency = '3 s' }\nresource('sim_object', 'a') { value = 1 }\n";
        Project project = Project.of(here, definition);
        try (CorbelProcess run = CorbelProcess.start(here, options(), "apply", "--auto-approve")) {
            run.awaitLine("sim_object.a: creating");
            CommandRun waiting = project.succeed("plan", "--lock-timeout", "1m");
            assertThat(waiting.out()).isEqualTo(NO_CHANGES);
            assertThat(waiting.err())
                    .startsWith("Warning: Waiting for the lock of environment \"default\"\n")
                    .contains("has been running \"apply default\" since ");
            assertThat(run.end().exitCode()).isZero();
        }
    }

    private List<String> options() {
        return List.of(
                "-Daws.endpointUrl=" + moto.endpoint(),
                "-Daws.accessKeyId=test",
                "-Daws.secretAccessKey=test",
                "-Daws.disableEc2Metadata=true");
    }

    @Test
    void stateMovesToTheBucketAndBack() {
        Project project = Project.of(here, RESOURCES);
        project.succeed("apply", "--auto-approve");
        project.write("environments/default.groovy", BLOCK + RESOURCES);
        assertThat(project.run("plan").err()).isEqualTo("""
                Error: State was left beside the project

                  The definition says state('s3'), which has no state of environment "default" yet, but .corbel/state/default \
                has.

                  Move it: corbel state migrate default. To start anew and forget all that exists, delete the folder \
                .corbel/state/default.
                """);
        String question = """
                Move the state of environment "default" (serial 1, 2 resources) from files beside the project to state('s3')?
                  Only "yes" is taken as approval:\\s
                """.replace("\\s", " ");
        assertThat(project.runWithInput("no\n", "state", "migrate"))
                .isEqualTo(new CommandRun(1, "", question + "Nothing was changed.\n"));
        assertThat(project.runWithInput("yes\n", "state", "migrate")).isEqualTo(new CommandRun(0, """
                Moved the state of environment "default" to state('s3'): serial 1, 2 resources. In files beside the project it \
                is left as a backup.
                """, question));
        assertThat(project.succeed("plan").out()).isEqualTo(NO_CHANGES);
        project.succeed("state", "mv", "corbel_data.first", "corbel_data.moved");

        assertThat(project.run("state", "migrate").err()).isEqualTo("""
                Error: There is state in the new backend already

                  state('s3') has serial 2, 2 resources of environment "default".

                  Nothing was changed. With --force the moved state takes its place, and it is kept as a backup.
                """);
        project.write("before.groovy", BLOCK);
        project.write("environments/default.groovy", RESOURCES);
        assertThat(project.succeed("state", "migrate", "--from", "before.groovy", "--force", "--auto-approve"))
                .isEqualTo(new CommandRun(0, """
                        Moved the state of environment "default" to files beside the project: serial 3, 2 resources. In \
                        state('s3') it is left as a backup.
                        """, """
                        State has serial 3 now. Serial 1 is kept as a backup: corbel state restore default 1
                        """));
        assertThat(project.succeed("state", "list").out()).isEqualTo("corbel_data.moved\ncorbel_data.second\n");
    }

    @Test
    void saysWhyThereIsNothingToMove() {
        Project project = Project.of(here, BLOCK + RESOURCES);
        assertThat(project.run("state", "migrate").err()).isEqualTo("""
                Error: There is no state to move

                  In files beside the project there is none of environment "default".

                  Where it was in another backend before, name a file with the definition as it was then: corbel state migrate \
                --from FILE
                """);
        project.write("before.groovy", BLOCK);
        assertThat(project.run("state", "migrate", "--from", "before.groovy").err())
                .isEqualTo("""
                Error: State is there already

                  The definition says state('s3') itself.

                  Change the state block of the definition first. Where it was in another backend before, name a file with the \
                definition as it was then: corbel state migrate --from FILE
                """);
        project.write("before.groovy", "state('local') { }\n");
        project.write("environments/default.groovy", RESOURCES);
        assertThat(project.run("state", "migrate", "--from", "before.groovy").err())
                .startsWith(
                        "Error: State is there already\n\n  The definition says files beside the project itself.\n");
        assertThat(project.run("state", "migrate", "--from", "nothing.groovy").err())
                .startsWith("Error: The file nothing.groovy does not exist\n");
    }

    @Test
    void aMissingBucketIsNamed() {
        Project project = Project.of(here, BLOCK.replace("acme-state", "nobodys") + RESOURCES);
        assertThat(project.run("plan").err())
                .contains(
                        "Cannot read corbel/default/head.json in bucket \"nobodys\": NoSuchBucket:",
                        "Create the bucket, with versioning as a second safety, or correct its name:");
    }

    @Test
    void aWrongBlockIsShown() {
        Project project = Project.of(here, "state('s3') { bukcet = 'acme' }\n");
        assertThat(project.run("validate").err()).isEqualTo("""
                Error: There is no "bukcet" in state('s3')
                  at environments/default.groovy:1:15

                    1 | state('s3') { bukcet = 'acme' }
                      |               ^^^^^^

                  Did you mean "bucket"?

                Error: "bucket" is missing in state('s3')
                  at environments/default.groovy:1:1

                    1 | state('s3') { bukcet = 'acme' }
                      | ^^^^^^^^^^^^

                  The bucket, which has to exist.

                  Add bucket = ….
                """);
    }
}
