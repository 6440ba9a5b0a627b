package dev.corbel.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.testing.CommandRun;
import dev.corbel.cli.testing.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Changes by hand that are told, and differences that never are. */
class DriftTest extends DriftFixture {
    private Map<String, String> files(String folder) {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(directory.resolve(folder))) {
            files.filter(Files::isRegularFile)
                    .forEach(file -> texts.put(
                            file.toString(), read(directory.relativize(file).toString())));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return texts;
    }

    @Test
    void thereIsNoneAfterAnApplyAndNothingIsWritten() throws IOException {
        Project project = applied(TWO);
        Map<String, String> before = files(".corbel");
        Files.delete(directory.resolve(".simulator/calls.jsonl"));

        CommandRun drift = project.run("drift");

        assertThat(drift.exitCode()).as(drift.err()).isZero();
        assertThat(drift.out()).isEqualTo("No drift. 2 objects, 4 calls.\n");
        assertThat(read(".simulator/calls.jsonl").lines())
                .hasSize(4)
                .allMatch(line -> line.contains("\"op\":\"read\"") || line.contains("\"op\":\"list\""));
        assertThat(files(".corbel")).isEqualTo(before);
    }

    @Test
    void amongManyItIsFoundWithItsPlaceAndNothingElse() {
        Project project = applied("""
                provider('simulator') { }
                resource('sim_object', 'many', forEach: (1..300).collect { "$it" }) { key -> name = "n-$key"; value = 'x' }
                """);
        Map<String, String> before = files(".corbel");
        edit("n-7", "\"value\" : \"x\"", "\"value\" : \"y\"");
        assertThat(directory.resolve(object("n-30")).toFile().delete()).isTrue();
        String parent = object("n-12").replace(".simulator/objects/", "").replace(".json", "");
        project.write(
                ".simulator/objects/stranger.json",
                "{\"parent\": \"" + parent + "\", \"danger\": \"lets everybody in\"}");

        CommandRun drift = project.run("drift");

        assertThat(drift.exitCode()).as(drift.err()).isEqualTo(2);
        assertThat(drift.out()).isEqualTo("""
                attached (high)  sim_object.many["12"]: sim_object stranger  at environments/default.groovy:2
                    It lets everybody in.
                deleted (medium)  sim_object.many["30"]  at environments/default.groovy:2
                changed (medium)  sim_object.many["7"].value  at environments/default.groovy:2
                    "x" → "y"
                Drift: 1 changed, 1 deleted, 1 attached. 300 objects, 303 calls.
                """);
        assertThat(files(".corbel")).isEqualTo(before);
        assertThat(project.run("drift", "--unmanaged", "none").out())
                .doesNotContain("stranger")
                .contains("301 calls");
        assertThat(project.run("drift", "--fail-on", "high").out()).contains("Drift: 1 attached.");

        project.succeed("apply", "--auto-approve");
        assertThat(directory
                        .resolve(".simulator/objects/stranger.json")
                        .toFile()
                        .delete())
                .isTrue();
        assertThat(project.run("drift").exitCode()).isZero();
    }

    @Test
    void anObjectThatCannotBeReadHidesNoOther() {
        Project project = applied(TWO);
        edit("a", "\"fail\" : null", "\"fail\" : [\"read\"]");

        CommandRun drift = project.run("drift");

        assertThat(drift.exitCode()).as(drift.err()).isEqualTo(3);
        assertThat(drift.out()).isEqualTo("""
                unreadable  sim_object.a
                    Simulated failure of read. The object's "fail", in the definition or in its file, names this call.
                No drift as far as could be read (1 could not). 2 objects, 4 calls.
                """);

        edit("b", "\"revision\" : 1", "\"revision\" : 1,\n  \"deletion_protection\" : true");
        CommandRun both = project.run("drift", "--format", "json");

        assertThat(both.exitCode()).isEqualTo(2);
        assertThat(both.out())
                .contains("\"complete\":false", "\"kind\":\"unreadable\"", "\"cause\":\"failed\"")
                .contains("\"kind\":\"changed\"", "\"attribute\":\"deletion_protection\"");
    }

    @Test
    void aDefinitionThatWasNotAppliedYetIsPendingAndNoDrift() {
        Project project = applied(TWO);
        Project.of(directory, TWO.replace("'x'", "'y'") + "resource('sim_object', 'c') { name = 'c' }\n");

        CommandRun drift = project.run("drift");

        assertThat(drift.exitCode()).as(drift.err()).isZero();
        assertThat(drift.out()).isEqualTo("""
                pending  sim_object.a  at environments/default.groovy:2
                    The next apply would update it.
                pending  sim_object.c  at environments/default.groovy:4
                    The next apply would create it.
                No drift. 2 objects, 4 calls.
                """);
        assertThat(project.run("drift", "--fail-on", "note").exitCode()).isEqualTo(2);

        edit("a", "\"value\" : \"x\"", "\"value\" : \"y\"");
        CommandRun converged = project.run("drift");

        assertThat(converged.exitCode()).isZero();
        assertThat(converged.out()).contains("""
                converged  sim_object.a.value  at environments/default.groovy:2
                    "x" → "y"
                """);
    }

    @Test
    void aBrokenDefinitionIsToldAfterWhatWasFound() {
        Project project = applied(TWO);
        edit("a", "\"value\" : \"x\"", "\"value\" : \"y\"");
        Project.of(directory, TWO + "resource('sim_object', 'c' {\n");

        CommandRun drift = project.run("drift");

        assertThat(drift.exitCode()).isEqualTo(1);
        assertThat(drift.out()).contains("changed (medium)  sim_object.a.value\n", "Drift: 1 changed.");
        assertThat(drift.err()).contains("Error: ", "environments/default.groovy:4:");
    }

    @Test
    void aDefinitionThatCannotBePlannedIsToldAfterWhatWasFound() {
        Project project = applied(TWO);
        edit("a", "\"value\" : \"x\"", "\"value\" : \"y\"");
        Project.of(directory, TWO.replace("'x'", "sim_object.b.id"));

        CommandRun drift = project.run("drift");

        assertThat(drift.exitCode()).isEqualTo(1);
        assertThat(drift.out()).contains("changed (medium)  sim_object.a.value\n", "Drift: 1 changed.");
        assertThat(drift.err()).contains("Error: ").contains("ycle");
    }

    @Test
    void whatAPlanWouldRefuseIsNoError() {
        Project project = applied(TWO.replace("value = 'x'", "fixed = 'x'; lifecycle { preventDestroy = true }"));
        edit("a", "\"fixed\" : \"x\"", "\"fixed\" : \"y\"");

        CommandRun drift = project.run("drift");

        assertThat(drift.exitCode()).as(drift.err()).isEqualTo(2);
        assertThat(drift.out()).contains("changed (medium)  sim_object.a.fixed", "Drift: 1 changed.");
        assertThat(drift.err()).contains("Warning: A plan would fail: ");
    }

    @Test
    void aVariableWithoutAValueKeepsNothingFromBeingFound() {
        String definition = """
                provider('simulator') { }
                variable('password') { type = 'string'; sensitive = true }
                resource('sim_object', 'a') { name = 'a'; value = variable.password }
                resource('sim_object', 'b') { name = 'b'; value = 'x' }
                """;
        Project project = Project.of(directory, definition);
        project.succeed("apply", "--auto-approve", "--var", "password=correct horse");
        assertThat(project.run("drift").exitCode()).isZero();
        edit("a", "correct horse", "battery staple");
        edit("b", "\"value\" : \"x\"", "\"value\" : \"y\"");

        CommandRun drift = project.run("drift");

        assertThat(drift.exitCode()).as(drift.err()).isEqualTo(2);
        assertThat(drift.out()).isEqualTo("""
                changed (medium)  sim_object.a.value  at environments/default.groovy:3
                    (sensitive value) → (sensitive value)
                changed (medium)  sim_object.b.value  at environments/default.groovy:4
                    "x" → "y"
                Drift: 2 changed. 2 objects, 4 calls.
                """);
        assertThat(drift.err()).contains("Warning: The variable \"password\" has no value");
        assertThat(project.run("drift", "--format", "json").out()).doesNotContain("horse", "staple");
    }

    @Test
    void allEnvironmentsAreLookedAtAndOneThatFailsHidesNoOther() {
        Project project = new Project(directory);
        for (String name : new String[] {"a", "b", "c"}) {
            project.write("environments/" + name + ".groovy", """
                    provider('simulator') { directory = '.simulator-%1$s' }
                    resource('sim_object', 'x') { name = '%1$s' }
                    """.formatted(name));
            project.succeed("apply", "--auto-approve", name);
        }
        assertThat(project.run("drift", "--all").exitCode()).isZero();
        project.deleteAll(".simulator-b/objects");
        assertThat(project.run("drift", "--all").exitCode()).isEqualTo(2);
        project.write("environments/c.groovy", "provider('simulatr') { }\n");

        CommandRun all = project.run("drift", "--all", "--out", "json=report.json");

        assertThat(all.exitCode()).isEqualTo(1);
        assertThat(all.out()).contains("""
                Environment a
                No drift. 1 object, 3 calls.

                Environment b
                deleted (medium)  sim_object.x  at environments/b.groovy:2
                Drift: 1 deleted. 1 object, 3 calls.

                Environment c
                """, "3 environments: 1 with drift, 1 incomplete.\n");
        assertThat(read("report.json"))
                .startsWith("{\"format\":\"corbel-drift\",\"version\":1,")
                .contains("\"name\":\"a\"", "\"name\":\"b\"", "\"name\":\"c\"")
                .hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--format jsn | \"jsn\" is no format of a report on drift",
                "--out json | --out takes a format and a file",
                "--fail-on hgh | \"hgh\" is no severity",
                "--unmanaged everything | \"everything\" is nothing that --unmanaged looks for",
                "--as-of tomorrow | \"tomorrow\" is no date",
                "--all | --all goes without a name of an environment",
            })
    void wrongOptionsAreTold(String options, String summary) {
        Project project = applied(TWO);
        String[] arguments = Stream.concat(Stream.of("drift", "default"), Stream.of(options.split(" ")))
                .toArray(String[]::new);

        CommandRun run = project.run(arguments);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("Error: " + summary);
    }
}
