package dev.corbel.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.testing.CommandRun;
import dev.corbel.cli.testing.Project;
import dev.corbel.cli.testing.SampleState;
import dev.corbel.state.local.LocalStateStore;
import dev.corbel.state.model.State;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Other addresses for what is in state. */
class StateMoveTest {
    @TempDir
    Path project;

    @BeforeEach
    void prepare() throws IOException {
        SampleState.in(project);
    }

    @Test
    void movesAResourceAndWhatWasBuiltFromItFollows() {
        assertThat(run("state", "mv", "corbel_data.first", "corbel_data.renamed"))
                .isEqualTo(new CommandRun(0, "Moved corbel_data.first to corbel_data.renamed\n", """
                        State has serial 2 now. Serial 1 is kept as a backup: corbel state restore default 1
                        """));
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
    void quotesOfKeysMayBeLeftOut() {
        assertThat(run("state", "mv", "corbel_data.first", "corbel_data.all[b/c]")
                        .out())
                .isEqualTo("Moved corbel_data.first to corbel_data.all[\"b/c\"]\n");
        assertThat(run("state", "mv", "corbel_data.all[b/c]", "eu-central-1/orders/corbel_data.second[0]")
                        .out())
                .isEqualTo("Moved corbel_data.all[\"b/c\"] to eu-central-1/orders/corbel_data.second[\"0\"]\n");
        assertThat(run(
                                "state",
                                "mv",
                                "eu-central-1/orders/corbel_data.second[0]",
                                "eu-central-1/orders/corbel_data.second[a]")
                        .err())
                .isEqualTo("""
                        Error: Cannot move eu-central-1/orders/corbel_data.second["0"] to eu-central-1/orders/corbel_data.second["a"]

                          There is eu-central-1/orders/corbel_data.second["a"] already.

                          Nothing was changed.
                        """);
    }

    @Test
    void aResourceMayGetAKeyAndLoseIt() {
        assertThat(run("state", "mv", "corbel_data.first", "corbel_data.first[a]")
                        .out())
                .isEqualTo("Moved corbel_data.first to corbel_data.first[\"a\"]\n");
        assertThat(run("state", "mv", "corbel_data.first[a]", "corbel_data.first")
                        .out())
                .isEqualTo("Moved corbel_data.first[\"a\"] to corbel_data.first\n");
    }

    @Test
    void anObjectThatWasMovedUnderAKeyStaysTheSame(@TempDir Path other) {
        Project moved = Project.of(other, "resource('sim_object', 'n') { value = 1 }\n");
        moved.succeed("apply", "--auto-approve");
        moved.succeed("state", "mv", "sim_object.n", "sim_object.t[a]");
        moved.write(
                "environments/default.groovy",
                "resource('sim_object', 't', forEach: ['a']) { key, each -> value = 1 }\n");
        assertThat(moved.succeed("plan").out()).isEqualTo("No changes. Your infrastructure matches the definition.\n");
    }

    @Test
    void saysWhereNothingMoves() {
        assertThat(run("state", "mv", "corbel_data.first", "corbel_data.first"))
                .isEqualTo(new CommandRun(0, "", "corbel_data.first is there already. Nothing was changed.\n"));
        assertThat(run("state", "list").out()).startsWith("corbel_data.first\n");
        assertThat(new LocalStateStore(project, "default", "test").read().serial())
                .isEqualTo(1);
    }

    @Test
    void refusesWhatNoDefinitionCanName() {
        assertThat(run("state", "mv", "corbel_data.first", "corbel_data.*")).isEqualTo(new CommandRun(1, "", """
                        Error: "corbel_data.*" is no address that something can be moved to

                          * stands for anything, and a new address is one.

                          Write the name instead.
                        """));
        assertThat(run("state", "mv", "corbel_data.first", "corbel_data.foo bar!")
                        .err())
                .isEqualTo("""
                        Error: "corbel_data.foo bar!" is no address that something can be moved to

                          "foo bar!" is not a name.

                          Names consist of letters, digits, _ and -.
                        """);
        assertThat(run("state", "mv", "corbel_data.first", "corbel_data.all[a").err())
                .startsWith("Error: \"corbel_data.all[a\" is no address\n\n  A [ is not closed.\n");
        assertThat(run("state", "mv", "corbel_data.first", "corbel_data.a/corbel_data.b")
                        .err())
                .contains("  Nothing can be in the resource corbel_data.a.\n");
        assertThat(run("state", "mv", "corbel_data.first", "regoin:eu-central-1/corbel_data.b")
                        .err())
                .isEqualTo("""
                        Error: "regoin:eu-central-1/corbel_data.b" is no address that something can be moved to

                          There is no component "regoin".

                          Components: region, zone, host, app, containers, loadBalancer, database, bucket, module.
                        """);
        assertThat(run("state", "mv", "corbel_data.first", "region:/corbel_data.b")
                        .err())
                .contains("  A name is missing.\n");
        assertThat(run("state", "mv", "corbel_data.first", "region:eu[a]/corbel_data.b")
                        .err())
                .contains("  Only resources have keys, and \"region\" is a component.\n\n  Nothing was changed.\n");
        assertThat(run("state", "mv", "eu-central-1/orders", "eu-central-1/my shop")
                        .err())
                .contains("  \"my shop\" is not a name.\n");
        assertThat(run("state", "mv", "corbel_data.first", "nowhere/corbel_data.b")
                        .err())
                .isEqualTo("""
                        Error: "nowhere/corbel_data.b" is no address that something can be moved to

                          Where a component is new, write the kinds too: region:eu-central-1/app:orders/corbel_data.example.
                        """);
        assertThat(new LocalStateStore(project, "default", "test").read().serial())
                .isEqualTo(1);
    }

    private CommandRun run(String... arguments) {
        return CommandRun.in(project, arguments);
    }
}
