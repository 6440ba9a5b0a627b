package dev.corbel.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.testing.CommandRun;
import dev.corbel.cli.testing.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Secrets that nobody keeps: who takes them has the same one, whatever becomes of the others. */
class GeneratedSecretTest {
    private static final String SECRET = """
            provider('simulator') { }
            resource('corbel_secret', 'database') { }
            """;
    private static final Pattern NAME = Pattern.compile("\"name\":\"(\\w+)\"");
    private static final Pattern HASH = Pattern.compile("\"password_sha256\":\"(\\w+)\"");

    @TempDir
    Path directory;

    private Project project = new Project(Path.of("."));

    private static String taker(String name) {
        return """
                resource('sim_object', '%1$s') {
                    name                = '%1$s'
                    password_wo         = corbel_secret.database.value
                    password_wo_version = corbel_secret.database.generation
                }
                """.formatted(name);
    }

    private void define(String... parts) {
        project = Project.of(directory, SECRET + String.join("", parts));
    }

    private CommandRun apply(String... options) {
        return project.succeed(Stream.concat(Stream.of("apply", "--auto-approve"), Stream.of(options))
                .toArray(String[]::new));
    }

    /** The hash of the password that each object has. */
    private Map<String, String> passwords() throws IOException {
        Map<String, String> found = new TreeMap<>();
        try (Stream<Path> files = Files.list(directory.resolve(".simulator/objects"))) {
            for (Path file : files.toList()) {
                String content = Files.readString(file).replaceAll("\\s", "");
                Matcher name = NAME.matcher(content);
                Matcher hash = HASH.matcher(content);
                if (name.find() && hash.find()) {
                    found.put(name.group(1), hash.group(1));
                }
            }
        }
        return found;
    }

    private void assertNothingToDo() {
        CommandRun plan = project.run("plan", "--detailed-exitcode");
        assertThat(plan.exitCode()).as(plan.out() + plan.err()).isZero();
    }

    @BeforeEach
    void twoTakers() {
        define(taker("server"), taker("vault"));
        apply();
    }

    @Test
    void allHaveTheSameAndStateHasNone() throws IOException {
        assertThat(passwords()).containsOnlyKeys("server", "vault");
        assertThat(passwords().values().stream().distinct()).hasSize(1);
        assertThat(project.succeed("state", "pull").out())
                .contains("\"generation\"")
                .doesNotContainPattern("\"[A-Za-z][A-Za-z0-9]{31}\"");
        assertNothingToDo();
    }

    @Test
    void oneMoreGetsAnotherAndSoDoAll() throws IOException {
        String before = passwords().get("server");
        define(taker("server"), taker("vault"), taker("app"));

        String plan = project.succeed("plan").out();
        assertThat(plan)
                .contains("~ corbel_secret.database", "sim_object.app is created")
                .contains("~ sim_object.server", "~ sim_object.vault", "+ sim_object.app");
        apply();

        assertThat(passwords().values().stream().distinct()).hasSize(1).doesNotContain(before);
        assertThat(passwords()).containsOnlyKeys("app", "server", "vault");
        assertNothingToDo();
    }

    @Test
    void anUpdateOfSomethingElseSendsNone() throws IOException {
        Map<String, String> before = passwords();
        define(taker("server").replace("name  ", "value = 2; name  "), taker("vault"));

        assertThat(apply().out()).contains("0 added, 1 changed, 0 destroyed");

        assertThat(passwords()).isEqualTo(before);
    }

    @Test
    void whatIsMadeOfTheValueIsTheSameEachTime() throws IOException {
        define(
                taker("server")
                        .replace(
                                "corbel_secret.database.value",
                                "\"postgresql://app:${corbel_secret.database.value}@db\""),
                taker("vault"));
        project.succeed("plan");
        apply("--replace", "sim_object.server");

        assertThat(passwords().values().stream().distinct()).hasSize(2);
        assertNothingToDo();
    }

    @Test
    void aSavedPlanDoesWhatItShows() throws IOException {
        define(taker("server"), taker("vault"), taker("app"));
        project.succeed("plan", "--out", "next.plan");
        project.succeed("apply", "next.plan");

        assertThat(passwords().values().stream().distinct()).hasSize(1);
        assertNothingToDo();
    }

    @Test
    void whatWasLostIsMadeAnewForAll() throws IOException {
        String before = passwords().get("server");
        try (Stream<Path> files = Files.list(directory.resolve(".simulator/objects"))) {
            for (Path file : files.toList()) {
                if (Files.readString(file).contains("vault")) {
                    Files.delete(file);
                }
            }
        }

        assertThat(apply().out()).contains("1 added, 2 changed, 0 destroyed");

        assertThat(passwords().values().stream().distinct()).hasSize(1).doesNotContain(before);
    }

    @Test
    void anotherLengthOrTriggerMakesItAnew() throws IOException {
        String before = passwords().get("server");
        define(taker("server"), taker("vault"));
        project.write(
                "environments/default.groovy",
                (SECRET + taker("server") + taker("vault")).replace("'database') { }", "'database') { length = 40 }"));

        assertThat(apply().out()).contains("0 added, 3 changed, 0 destroyed");

        assertThat(passwords().values().stream().distinct()).hasSize(1).doesNotContain(before);
    }

    @Test
    void nobodyIsLeftOut() {
        define(taker("server"), taker("vault"), taker("app"));

        CommandRun run = project.run("apply", "--auto-approve", "--target", "sim_object.app");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .contains(
                        "Error: corbel_secret.database is made anew without sim_object.server\n",
                        "Error: corbel_secret.database is made anew without sim_object.vault\n",
                        "Add --target 'sim_object.server'");
    }

    @Test
    void stateNeverGetsIt() {
        define(taker("server").replace("password_wo  ", "value = corbel_secret.database.value; password_wo  "));

        assertThat(project.run("plan").err())
                .contains(
                        "Error: State would keep the value of corbel_secret.database\n",
                        "  5 |     value = ",
                        "\"value\" of sim_object.server follows from it, and is no write-only attribute.");
    }

    @Test
    void somethingMustTellOfAnotherValue() {
        define(taker("server").replace("password_wo_version = corbel_secret.database.generation", ""));

        assertThat(project.run("plan").err())
                .contains(
                        "Error: Nothing tells sim_object.server of another value of corbel_secret.database\n",
                        "_wo_version) to the secret's generation.");
    }

    @Test
    void otherPlacesCannotTakeIt() {
        define("""
                provider('simulator', alias: 'other') { directory = corbel_secret.database.value }
                output('password') { value = corbel_secret.database.value; sensitive = true }
                data('sim_object', 'named') { name = corbel_secret.database.value }
                """);

        assertThat(project.run("plan").err())
                .contains(
                        "Error: The output \"password\" cannot have the value of corbel_secret.database\n",
                        "Error: data.sim_object.named cannot have the value of corbel_secret.database\n",
                        "Error: Provider \"simulator.other\" cannot have the value of corbel_secret.database\n");
    }
}
