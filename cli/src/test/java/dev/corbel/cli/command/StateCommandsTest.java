package dev.corbel.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.testing.CommandRun;
import dev.corbel.cli.testing.SampleState;
import dev.corbel.state.local.LocalStateStore;
import dev.corbel.state.model.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
                        Error: There is no "corbel_data.frist" in state

                          corbel state list shows what there is.

                          Did you mean "corbel_data.first"?
                        """));
    }

    @Test
    void movesAResourceAndWhatWasBuiltFromItFollows() {
        assertThat(run("state", "mv", "corbel_data.first", "corbel_data.renamed"))
                .isEqualTo(new CommandRun(0, "Moved corbel_data.first to corbel_data.renamed\n", ""));
        State state = new LocalStateStore(project, "default", "test").read();
        assertThat(state.instances().keySet())
                .map(Object::toString)
                .containsExactlyInAnyOrder("corbel_data.renamed", "eu-central-1/orders/corbel_data.second[\"a\"]");
        assertThat(state.current(SampleState.SECOND).orElseThrow().dependencies())
                .map(Object::toString)
                .isEqualTo(List.of("corbel_data.renamed"));
    }

    @Test
    void movesAComponentWithAllThatIsInIt() {
        assertThat(run("state", "mv", "eu-central-1/orders", "eu-central-1/shop")
                        .out())
                .isEqualTo("Moved eu-central-1/orders/corbel_data.second[\"a\"] to"
                        + " eu-central-1/shop/corbel_data.second[\"a\"]\n");
        assertThat(run("state", "mv", "eu-central-1/shop/corbel_data.second", "corbel_data.third")
                        .out())
                .isEqualTo("Moved eu-central-1/shop/corbel_data.second[\"a\"] to corbel_data.third[\"a\"]\n");
    }

    @Test
    void refusesToMoveOntoSomething() {
        assertThat(run("state", "mv", "corbel_data.first", "region:eu-central-1/app:orders/corbel_data.second[\"a\"]"))
                .isEqualTo(new CommandRun(1, "", """
                        Error: Cannot move corbel_data.first to eu-central-1/orders/corbel_data.second["a"]

                          There is eu-central-1/orders/corbel_data.second["a"] already.

                          Nothing was changed.
                        """));
    }

    @Test
    void forgetsWhatAGlobSelects() {
        assertThat(run("state", "rm", "eu-central-1/**").out())
                .isEqualTo("Removed eu-central-1/orders/corbel_data.second[\"a\"]\n");
        assertThat(run("state", "list").out()).isEqualTo("corbel_data.first\n");
    }

    @Test
    void pushesWhatItPulled() throws IOException {
        String pulled = run("state", "pull").out();
        assertThat(pulled).contains("\"format\" : 1", "secret").endsWith("\n");
        Files.writeString(project.resolve("saved.json"), pulled);
        run("state", "rm", "corbel_data.first");
        CommandRun refused = run("state", "push", "saved.json");
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(run("state", "push", "--force", "saved.json"))
                .isEqualTo(new CommandRun(0, "State of environment \"default\" has serial 3 now.\n", ""));
        assertThat(run("state", "list").out()).contains("corbel_data.first");
    }

    @Test
    void historyListsWhatIsKept() {
        run("state", "rm", "corbel_data.first");
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
                        Error: There is no output "ulr"

                          Outputs: password, url.

                          Did you mean "url"?
                        """);
    }

    @Test
    void refusesToUnlockWhatIsNotLocked() {
        CommandRun unlock = run("unlock", "--force", "1234");
        assertThat(unlock.exitCode()).isEqualTo(1);
        assertThat(unlock.err()).startsWith("Error: ");
        assertThat(CommandRun.in(project, Map.of(), "", "unlock", "1234").err()).isEqualTo("""
                        Remove the lock? Whoever still holds it would go on without it.
                          Only "yes" is taken as approval:\s
                        Error: There is nobody to ask

                          The input ends before an answer comes.

                          Give --force.
                        """);
    }

    private CommandRun run(String... arguments) {
        return CommandRun.in(project, arguments);
    }
}
