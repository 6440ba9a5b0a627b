package dev.corbel.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.testing.CommandRun;
import dev.corbel.cli.testing.Project;
import dev.corbel.providers.api.IdentityClass;
import dev.corbel.providers.api.ProviderKey;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.state.StateTransaction;
import dev.corbel.state.journal.Intent;
import dev.corbel.state.local.LocalStateStore;
import dev.corbel.state.model.LockHolder;
import dev.corbel.state.model.ProviderRecord;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Objects that no state has: orphans, those that took the place of ours, and those that nobody manages. */
class StrayDriftTest extends DriftFixture {
    @Test
    void anObjectOfOursThatNoStateHasIsAnOrphan() {
        Project project = applied(TWO);
        project.write(".simulator/objects/stranger.json", "{\"value\": 1}");
        project.write(".simulator/objects/left.json", "{\"name\": \"left\", \"value\": 1, \"token\": \"by-hand\"}");

        CommandRun drift = project.run("drift");

        assertThat(drift.exitCode()).as(drift.err()).isEqualTo(2);
        assertThat(drift.out()).isEqualTo("""
                orphan (medium)  sim_object left
                    It bears the id of an operation of Corbel, and is in no state of this project.
                Drift: 1 orphan. 2 objects, 5 calls.
                """);
        assertThat(project.run("drift", "--unmanaged", "attached").exitCode()).isZero();
        assertThat(project.run("drift", "--unmanaged", "tagged", "--format", "json")
                        .out())
                .contains("\"kind\":\"orphan\",\"severity\":\"medium\",\"type\":\"sim_object\",\"id\":\"left\"");

        String accepting = project.run("drift", "--adopt").out();
        assertThat(accepting).isEqualTo("""
                // sim_object
                resource('sim_object', 'found_1') {
                    name = 'left'
                    value = 1
                }
                adopt(sim_object.found_1) { id = 'left' }

                """);
        Project.of(directory, TWO + accepting);
        project.succeed("apply", "--auto-approve");
        assertThat(project.run("drift").exitCode()).isZero();
        assertThat(project.run("plan").out()).contains("No changes.");
    }

    @Test
    void anObjectThatWasDeletedAndMadeAnewIsTold() {
        Project project = applied(TWO);
        String old = object("b");
        String text = read(old);
        String token = text.lines()
                .filter(line -> line.contains("\"token\""))
                .findFirst()
                .orElseThrow();
        project.write(old, text.replace(token, "  \"token\" : \"other\""));
        String first = object("a");
        project.write(".simulator/objects/anew.json", "{\"name\": \"a\", \"value\": \"x\"}");
        assertThat(directory.resolve(first).toFile().delete()).isTrue();

        CommandRun drift = project.run("drift");

        assertThat(drift.exitCode()).as(drift.err()).isEqualTo(2);
        assertThat(drift.out()).isEqualTo("""
                recreated (high)  sim_object.a  at environments/default.groovy:2
                    Another object has its name, with the id anew.
                recreated (high)  sim_object.b  at environments/default.groovy:3
                    Another object goes by its id.
                Drift: 2 recreated. 2 objects, 5 calls.
                """);
        assertThat(project.run("drift", "--adopt").out())
                .contains("// Another object has its name, with the id anew. To take that over: corbel state rm"
                        + " sim_object.a, and adopt it. Or take it away.");
    }

    @Test
    void anInterruptedCreationIsNoOrphan() {
        Project project = applied(TWO);
        Intent creation = new Intent(
                "op-1",
                Address.resource("sim_object", "c"),
                Intent.Action.CREATE,
                new ProviderRecord(ProviderKey.of("simulator"), MapValue.EMPTY),
                IdentityClass.NATURAL_KEY,
                MapValue.EMPTY,
                Optional.empty(),
                Optional.empty(),
                "digest");
        LockHolder holder = LockHolder.ofThisProcess("test");
        try (StateTransaction killed = new LocalStateStore(directory, "default", "test").begin(holder, Duration.ZERO)) {
            killed.intend(creation);
        }
        project.write(".simulator/objects/c.json", "{\"name\": \"c\", \"token\": \"op-1\"}");

        CommandRun drift = project.run("drift");

        assertThat(drift.exitCode()).as(drift.out() + drift.err()).isZero();
        assertThat(drift.out()).contains("interrupted  sim_object.c").doesNotContain("orphan");
    }

    @Test
    void allObjectsAreListedWhereSomebodyAsks() {
        Project project = applied(TWO);
        project.write(".simulator/objects/stranger.json", "{\"value\": 1}");

        CommandRun drift = project.run("drift", "--unmanaged", "all", "--format", "json", "--out", "text=drift.txt");

        assertThat(drift.exitCode()).as(drift.err()).isEqualTo(2);
        assertThat(read("drift.txt")).isEqualTo("""
                unmanaged (low)  sim_object stranger
                1 type listed.
                Drift: 1 unmanaged. 2 objects, 6 calls.
                """);
        assertThat(drift.out()).contains("\"listings\":[{\"type\":\"sim_object\",\"outcome\":\"listed\"}]");
        assertThat(project.run("drift", "--unmanaged", "all", "--fail-on", "medium")
                        .exitCode())
                .isZero();
    }

    @Test
    void anObjectOfAnotherEnvironmentIsNoOrphan() {
        Project project = new Project(directory);
        project.write("environments/a.groovy", "provider('simulator') { }\nresource('sim_object', 'x') { }\n");
        project.write("environments/b.groovy", "provider('simulator') { }\nresource('sim_object', 'y') { }\n");
        project.succeed("apply", "--auto-approve", "a");
        project.succeed("apply", "--auto-approve", "b");

        assertThat(project.run("drift", "a").exitCode()).isZero();
        assertThat(project.run("drift", "--all").exitCode()).isZero();

        project.write(".corbel/state/b/state.json", "{");
        CommandRun lost = project.run("drift", "a");

        assertThat(lost.exitCode()).isEqualTo(2);
        assertThat(lost.out()).contains("orphan (medium)  sim_object sim-");
        assertThat(lost.err()).contains("Warning: The state of environment \"b\" cannot be read");
    }
}
