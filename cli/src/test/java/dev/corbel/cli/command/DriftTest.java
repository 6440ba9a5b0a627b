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
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Changes by hand that are told, and differences that never are. */
class DriftTest {
    @TempDir
    private Path directory;

    private static final String TWO = """
            provider('simulator') { }
            resource('sim_object', 'a') { name = 'a'; value = 'x' }
            resource('sim_object', 'b') { name = 'b'; value = sim_object.a.id }
            """;

    private Project applied(String definition) {
        Project project = Project.of(directory, definition);
        project.succeed("apply", "--auto-approve");
        return project;
    }

    /** The file of the object of this name. */
    private String object(String name) {
        try (Stream<Path> files = Files.list(directory.resolve(".simulator/objects"))) {
            return files.map(file -> ".simulator/objects/" + file.getFileName())
                    .filter(file -> read(file).contains("\"name\" : \"" + name + "\""))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private String read(String file) {
        return new Project(directory).read(file);
    }

    private void edit(String name, String old, String changed) {
        String file = object(name);
        String text = read(file);
        assertThat(text).contains(old);
        new Project(directory).write(file, text.replace(old, changed));
    }

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
    void aRuleKeepsItFromCountingUntilItsLastDay() {
        String until = LocalDate.now(ZoneOffset.UTC).plusDays(40).toString();
        String rule = """
                ignoreDrift('sim_object.*') {
                    attribute = 'value'; kinds = ['changed']; reason = 'load test'; owner = 'team-a'; until = '%s'
                }
                """.formatted(until);
        Project project = applied(TWO + rule);
        CommandRun unused = project.run("drift");
        assertThat(unused.exitCode()).isZero();
        assertThat(unused.out())
                .contains("unused-rule  ignoreDrift sim_object.*  at environments/default.groovy:4")
                .contains("Take it away, or correct its scope. Its owner is team-a.");
        edit("a", "\"value\" : \"x\"", "\"value\" : \"y\"");

        CommandRun ignored = project.run("drift");

        assertThat(ignored.exitCode()).as(ignored.err()).isZero();
        assertThat(ignored.out()).isEqualTo("No drift. 2 objects, 4 calls, 1 ignored.\n");
        assertThat(project.run("drift", "--format", "json").out())
                .contains("\"suppressed\":{\"by\":\"rule\",\"rule\":\"environments/default.groovy:4\","
                        + "\"reason\":\"load test\",\"owner\":\"team-a\",\"until\":\"" + until + "\"}");

        LocalDate end = LocalDate.parse(until);
        CommandRun lastDay = project.run("drift", "--as-of", until);
        CommandRun dayAfter = project.run("drift", "--as-of", end.plusDays(1).toString());

        assertThat(lastDay.exitCode()).isZero();
        assertThat(lastDay.err()).contains("Warning: A rule that ignores drift ends soon");
        assertThat(dayAfter.exitCode()).isEqualTo(2);
        assertThat(dayAfter.out()).contains("Drift: 1 changed, 1 expired-rule.");
    }

    @Test
    void aRuleOfTheProjectHoldsForAllEnvironments() {
        String until = LocalDate.now(ZoneOffset.UTC).plusDays(40).toString();
        Project project = applied(TWO)
                .write(
                        "drift.groovy",
                        "ignoreDrift('sim_object.a') { reason = 'load test'; owner = 'team-a'; until = '" + until
                                + "' }\n");
        edit("a", "\"value\" : \"x\"", "\"value\" : \"y\"");

        assertThat(project.succeed("drift").out()).isEqualTo("No drift. 2 objects, 4 calls, 1 ignored.\n");
    }

    @Test
    void theTextThatAcceptsAChangeIsPrinted() {
        Project project = applied(TWO);
        edit("a", "\"value\" : \"x\"", "\"value\" : {\"it's\": [1, true, null], \"b\": \"$y\\n\"}");

        CommandRun accepting = project.run("drift", "--adopt");

        assertThat(accepting.exitCode()).isEqualTo(2);
        assertThat(accepting.out()).isEqualTo("""
                // sim_object.a.value, environments/default.groovy:2
                value = ['it\\'s': [1, true, null], b: '$y\\n']

                """);
        String value = accepting.out().lines().skip(1).findFirst().orElseThrow();
        Project.of(directory, TWO.replace("value = 'x'", value));
        assertThat(project.run("plan").out()).contains("No changes.");
        assertThat(project.run("drift").exitCode()).isZero();
    }

    @Test
    void whatAcceptsItIsWrittenIntoTheDefinition() {
        Project project = applied(TWO);
        edit("a", "\"value\" : \"x\"", "\"value\" : {\"it's\": [1, true, null], \"b\": \"$y\\n\"}");
        String parent = object("b").replace(".simulator/objects/", "").replace(".json", "");
        project.write(".simulator/objects/rule.json", "{\"parent\": \"" + parent + "\", \"value\": 2}");
        project.write(".simulator/objects/left.json", "{\"name\": \"left\", \"token\": \"by-hand\"}");

        CommandRun written = project.run("drift", "--adopt=write");

        assertThat(written.exitCode()).as(written.err()).isEqualTo(2);
        assertThat(written.out()).isEmpty();
        assertThat(written.err()).contains("""
                Wrote environments/default.groovy:2
                Wrote environments/default.groovy: sim_object rule
                Wrote environments/default.groovy: sim_object left
                """);
        assertThat(read("environments/default.groovy")).isEqualTo("""
                provider('simulator') { }
                resource('sim_object', 'a') { name = 'a'; value = ['it\\'s': [1, true, null], b: '$y\\n'] }
                resource('sim_object', 'b') { name = 'b'; value = sim_object.a.id }

                // sim_object.b, environments/default.groovy:3
                resource('sim_object', 'b_1') {
                    value = 2
                }
                adopt(sim_object.b_1) { id = 'rule' }

                // sim_object
                resource('sim_object', 'found_1') {
                    name = 'left'
                }
                adopt(sim_object.found_1) { id = 'left' }
                """);
        assertThat(project.run("plan").out())
                .contains("Besides: 2 to adopt.\nPlan: 0 to add, 0 to change, 0 to destroy.");
        project.succeed("apply", "--auto-approve");
        assertThat(project.run("plan").out()).contains("No changes.");
        assertThat(project.run("drift").exitCode()).isZero();
    }

    @Test
    void onlyALiteralOfOneResourceIsEdited() {
        String definition = """
                provider('simulator') { }
                resource('sim_object', 'each', forEach: ['k', 'l']) { key -> name = key; value = 'x' }
                resource('sim_object', 'made') { name = 'made'; value = 'a'.toUpperCase() }
                """;
        Project project = applied(definition);
        edit("k", "\"value\" : \"x\"", "\"value\" : \"y\"");
        edit("made", "\"value\" : \"A\"", "\"value\" : \"B\"");

        CommandRun written = project.run("drift", "--adopt", "write", "default");

        assertThat(written.out())
                .contains("// sim_object.each[\"k\"].value", "// sim_object.made.value", "value = 'B'");
        assertThat(written.err()).doesNotContain("Wrote");
        assertThat(read("environments/default.groovy")).isEqualTo(definition);
        assertThat(project.run("drift", "--adopt=write", "--all").err())
                .contains("Error: --adopt=write goes without --all");
        assertThat(project.run("drift", "--permissions", "--adopt").err())
                .contains("Error: --permissions goes without --all, --adopt and --merge");
    }

    @Test
    void whatIsInABaselineCountsOnceItsValueChanges() {
        Project project = applied(TWO);
        edit("a", "\"value\" : \"x\"", "\"value\" : \"y\"");
        CommandRun written = project.run("drift", "--write-baseline", "drift-baseline.json");
        assertThat(written.exitCode()).as(written.err()).isZero();
        assertThat(written.out()).isEqualTo("No drift. 2 objects, 4 calls, 1 ignored.\n");
        assertThat(read("drift-baseline.json")).doesNotContain("\"y\"").contains("corbel-baseline");

        CommandRun known = project.run("drift", "--baseline", "drift-baseline.json", "--format", "json");
        assertThat(known.exitCode()).isZero();
        assertThat(known.out()).contains("\"suppressed\":{\"by\":\"baseline\",\"rule\":\"drift-baseline.json\"");

        edit("a", "\"value\" : \"y\"", "\"value\" : \"z\"");
        assertThat(project.run("drift", "--baseline", "drift-baseline.json").exitCode())
                .isEqualTo(2);

        edit("a", "\"value\" : \"z\"", "\"value\" : \"x\"");
        CommandRun gone = project.run("drift", "--baseline", "drift-baseline.json");
        assertThat(gone.exitCode()).isZero();
        assertThat(gone.err()).contains("1 of the baseline drift-baseline.json are gone.");
    }

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
    void anOrphanIsIgnoredByARuleOnItsTypeAndId() {
        String until = LocalDate.now(ZoneOffset.UTC).plusDays(40).toString();
        Project project = applied(TWO + """
                ignoreDrift('sim_object.left') { kinds = ['orphan']; reason = 'r'; owner = 'o'; until = '%s' }
                """.formatted(until));
        project.write(".simulator/objects/left.json", "{\"value\": 1, \"token\": \"by-hand\"}");

        CommandRun drift = project.run("drift");

        assertThat(drift.exitCode()).as(drift.out() + drift.err()).isZero();
        assertThat(drift.out()).isEqualTo("No drift. 2 objects, 5 calls, 1 ignored.\n");
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ | It is no JSON in line 1.",
                "{\"format\": \"other\"} | Its \"format\" is not \"corbel-baseline\".",
                "{\"format\": \"corbel-baseline\", \"version\": 2} | It has version 2; this Corbel knows 1.",
            })
    void aBaselineThatIsNoneIsAnError(String text, String reason) {
        Project project = applied(TWO).write("baseline.json", text);

        CommandRun run = project.run("drift", "--baseline", "baseline.json");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("Error: baseline.json is no baseline", reason);
        assertThat(project.run("drift", "--baseline", "none.json").err())
                .contains("Error: The baseline none.json does not exist");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "until = 'soon' | \"soon\" is no date",
                "until = '2999-01-01' | \"until\" of ignoreDrift is more than 366 days ahead",
                "until = '2026-12-01'; kinds = ['chnged'] | \"chnged\" is no kind of drift",
                "kinds = ['changed'] | \"until\" is missing",
            })
    void aRuleWithoutAnEndIsAnError(String contents, String summary) {
        Project project =
                Project.of(directory, TWO + "ignoreDrift('**') { reason = 'r'; owner = 'o'; " + contents + " }\n");

        CommandRun validate = project.run("validate");

        assertThat(validate.exitCode()).isEqualTo(1);
        assertThat(validate.err()).contains("Error: " + summary, "environments/default.groovy:4:");
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
