package dev.corbel.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.testing.CommandRun;
import dev.corbel.cli.testing.SampleState;
import dev.corbel.providers.api.IdentityClass;
import dev.corbel.providers.api.ProviderKey;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.state.StateTransaction;
import dev.corbel.state.journal.Intent;
import dev.corbel.state.local.LocalStateStore;
import dev.corbel.state.model.LockHolder;
import dev.corbel.state.model.ProviderRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateCommandsTest {
    @TempDir
    Path project;

    @BeforeEach
    void prepare() throws IOException {
        SampleState.in(project);
    }

    @Test
    void listsAnAddressALine() {
        assertThat(run("state", "list")).isEqualTo(new CommandRun(0, """
                        corbel_data.first
                        eu-central-1/orders/corbel_data.second["a"]
                        """, ""));
        assertThat(run("state", "list", "--match", "eu-central-1/*").out())
                .isEqualTo("eu-central-1/orders/corbel_data.second[\"a\"]\n");
        assertThat(run("state", "list", "--match", "corbel_data.[")).isEqualTo(new CommandRun(1, "", """
                        Error: "corbel_data.[" is no address

                          A [ is not closed.

                          Addresses look like eu-central-1/orders/aws_subnet.app["a"]. * stands for anything within a step, ** \
                        for anything at all.
                        """));
    }

    @Test
    void listsNothingWhereThereIsNothing(@TempDir Path other) throws IOException {
        Files.createDirectories(other.resolve("environments"));
        Files.writeString(other.resolve("environments/empty.groovy"), "\n");
        assertThat(CommandRun.in(other, "state", "list")).isEqualTo(new CommandRun(0, "", ""));
    }

    @Test
    void directoriesAndEnvironmentsMayStandAtEveryLevel() {
        String list = run("state", "list").out();
        Path elsewhere = project.resolve("environments");
        assertThat(CommandRun.in(elsewhere, "-C", "..", "state", "list").out()).isEqualTo(list);
        assertThat(CommandRun.in(elsewhere, "state", "-C", "..", "list").out()).isEqualTo(list);
        assertThat(CommandRun.in(elsewhere, "state", "list", "-C", "..").out()).isEqualTo(list);
        assertThat(run("state", "list", "default").out()).isEqualTo(list);
        assertThat(run("state", "list", "environments/default.groovy").out()).isEqualTo(list);
    }

    @Test
    void saysWhichDirectoryDoesNotExist() {
        assertThat(run("state", "list", "-C", "nowhere")).isEqualTo(new CommandRun(1, "", """
                        Error: The directory nowhere does not exist

                          It was named with -C.
                        """));
    }

    @Test
    void showsOneResourceWithSecretsMasked() {
        String shown = """
                eu-central-1/orders/corbel_data.second["a"]
                    id    = "d-2"
                    input = (sensitive value)
                """;
        assertThat(run("state", "show", "eu-central-1/orders/corbel_data.second[\"a\"]"))
                .isEqualTo(new CommandRun(0, shown, ""));
        assertThat(run("state", "show", "eu-central-1/orders/corbel_data.second[a]")
                        .out())
                .isEqualTo(shown);
        assertThat(run("state", "show", "default", "eu-central-1/orders/corbel_data.second[a]")
                        .out())
                .isEqualTo(shown);
        assertThat(run("state", "show", "eu-central-1/orders/corbel_data.second[a]", "default")
                        .out())
                .isEqualTo(shown);
    }

    @Test
    void suggestsTheResourceThatWasMeant() {
        assertThat(run("state", "show", "corbel_data.frist")).isEqualTo(new CommandRun(1, "", """
                        Error: "corbel_data.frist" not found in state

                          corbel state list shows what there is.

                          Did you mean "corbel_data.first"?
                        """));
    }

    @Test
    void forgetsWhatAGlobSelects() {
        assertThat(run("state", "rm", "--auto-approve", "eu-central-1/**").out())
                .isEqualTo("Removed eu-central-1/orders/corbel_data.second[\"a\"]\n");
        assertThat(run("state", "list").out()).isEqualTo("corbel_data.first\n");
    }

    @Test
    void asksBeforeItForgets() {
        String question = """
                corbel_data.first
                eu-central-1/orders/corbel_data.second["a"]
                Forget these 2 resources of environment "default"? Nothing is deleted, but Corbel no longer knows of them.
                  Only "yes" is taken as approval:\s
                """;
        assertThat(answering("y\n", "state", "rm", "**"))
                .isEqualTo(new CommandRun(1, "", question + "Nothing was changed.\n"));
        assertThat(answering("", "state", "rm", "**")).isEqualTo(new CommandRun(1, "", question + """
                Error: There is nobody to ask

                  The input ends before an answer comes.

                  Give --auto-approve.
                """));
        assertThat(answering("yes\n", "state", "rm", "**")).isEqualTo(new CommandRun(0, """
                Removed corbel_data.first
                Removed eu-central-1/orders/corbel_data.second["a"]
                """, question + """
                State has serial 2 now. Serial 1 is kept as a backup: corbel state restore default 1
                """));
    }

    @Test
    void saysWhereItForgetsAnUnfinishedCreation() {
        Address unfinished = Address.resource("corbel_data", "unfinished");
        Intent creation = new Intent(
                "op-1",
                unfinished,
                Intent.Action.CREATE,
                new ProviderRecord(ProviderKey.of("corbel"), MapValue.EMPTY),
                IdentityClass.NONE,
                MapValue.EMPTY,
                Optional.empty(),
                Optional.empty(),
                "digest");
        LockHolder holder = LockHolder.ofThisProcess("test");
        try (StateTransaction killed = new LocalStateStore(project, "default", "test").begin(holder, Duration.ZERO)) {
            killed.intend(creation);
        }
        assertThat(answering("no\n", "state", "rm", "corbel_data.*").err()).isEqualTo("""
                corbel_data.first
                corbel_data.unfinished (an unfinished creation, of which this says that it made nothing)
                Forget these 2 resources of environment "default"? Nothing is deleted, but Corbel no longer knows of them.
                  Only "yes" is taken as approval:\s
                Nothing was changed.
                """);
    }

    @Test
    void restoresAFormerState() {
        run("state", "rm", "--auto-approve", "corbel_data.first");

        CommandRun refused = answering("no\n", "state", "restore", "1");
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err())
                .matches("Go back from the state of environment \"default\" \\(serial 2, 1 resource\\) to that of"
                        + " \\d{4}-\\d\\d-\\d\\dT\\S+Z \\(serial 1, 2 resources\\)\\?\n"
                        + "  Only \"yes\" is taken as approval: \nNothing was changed.\n");
        assertThat(run("state", "restore", "default", "1", "--auto-approve")).isEqualTo(new CommandRun(0, """
                The state of environment "default" is that of serial 1 again, with 2 resources.
                """, """
                State has serial 3 now. Serial 2 is kept as a backup: corbel state restore default 2
                """));
        assertThat(run("state", "list").out()).contains("corbel_data.first");
    }

    @Test
    void saysWhichFormerStatesThereAre() {
        assertThat(run("state", "restore", "9").err()).isEqualTo("""
                Error: Serial 9 not found

                  There are no former states.

                  corbel state history lists them.
                """);
        run("state", "rm", "--auto-approve", "corbel_data.first");
        assertThat(run("state", "restore", "9").err()).isEqualTo("""
                Error: Serial 9 not found

                  There are the serials 1.

                  corbel state history lists them.
                """);
        assertThat(run("state", "restore", "2"))
                .isEqualTo(new CommandRun(0, "", "State has serial 2 as it is. Nothing was changed.\n"));
        assertThat(run("state", "restore", "last").err()).isEqualTo("""
                Error: "last" is no serial, which is a number

                  corbel state restore --help shows how it is used.
                """);
    }

    @Test
    void historyListsWhatIsKept() {
        run("state", "rm", "--auto-approve", "corbel_data.first");
        assertThat(run("state", "history").out())
                .matches("     2  now\n     1  \\d{4}-\\d\\d-\\d\\dT\\S+Z  \\.corbel/state/default/\\S+\n");
    }

    @Test
    void outputsMaskSecretsUntilOneIsAskedForByName() {
        assertThat(run("output")).isEqualTo(new CommandRun(0, """
                        password = (sensitive value)
                        url      = "http://orders.example"
                        """, ""));
        assertThat(run("output", "url").out()).isEqualTo("\"http://orders.example\"\n");
        assertThat(run("output", "default", "url", "--raw").out()).isEqualTo("http://orders.example");
        assertThat(run("output", "--raw", "password").out()).isEqualTo("secret");
        assertThat(run("output", "url", "--json").out()).isEqualTo("\"http://orders.example\"\n");
        assertThat(run("output", "--json", "default").out()).isEqualTo("""
                        {
                          "password": {
                            "sensitive": true,
                            "type": "string",
                            "value": "(sensitive value)"
                          },
                          "url": {
                            "sensitive": false,
                            "type": "string",
                            "value": "http://orders.example"
                          }
                        }
                        """);
    }

    @Test
    void suggestsTheOutputThatWasMeant() {
        assertThat(run("output", "ulr").err()).isEqualTo("""
                        Error: Output "ulr" not found

                          Outputs: password, url.

                          Did you mean "url"?
                        """);
    }

    private CommandRun answering(String input, String... arguments) {
        return CommandRun.in(project, Map.of(), input, arguments);
    }

    private CommandRun run(String... arguments) {
        return CommandRun.in(project, arguments);
    }
}
