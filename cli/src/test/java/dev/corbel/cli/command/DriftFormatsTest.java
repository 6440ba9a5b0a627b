package dev.corbel.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.testing.CommandRun;
import dev.corbel.cli.testing.Project;
import dev.corbel.cli.testing.Schemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reports for programs, of one run and of several that share the work. */
class DriftFormatsTest {
    private static final String DEFINITION = """
        provider('simulator') { }
        resource('sim_object', 'a') { name = 'a'; value = 'x' }
        resource('sim_object', 'b') { name = 'b'; value = 'x' }
        """;

    private static final Pattern FINGERPRINT = Pattern.compile("corbelFinding/v1\":\"([0-9a-f]{64})");

    @TempDir
    private Path directory;

    /** A project in a folder of a repository, whose object a was changed by hand to a text that means harm. */
    private static Path drifted(Path repository) throws IOException {
        Files.createDirectories(repository.resolve(".git"));
        Path folder = Files.createDirectories(repository.resolve("live/my project"));
        Project project = Project.of(folder, DEFINITION);
        project.succeed("apply", "--auto-approve");
        try (Stream<Path> files = Files.list(folder.resolve(".simulator/objects"))) {
            for (Path file : files.toList()) {
                String text = Files.readString(file);
                if (text.contains("\"name\" : \"a\"")) {
                    Files.writeString(
                            file,
                            text.replace(
                                    "\"value\" : \"x\"",
                                    "\"value\" : \"x%0A::error::pwn\\n::stop-commands::t<script>\\u0001\""));
                }
            }
        }
        return folder;
    }

    private static String fingerprint(String sarif) {
        Matcher found = FINGERPRINT.matcher(sarif);
        assertThat(found.find()).as(sarif).isTrue();
        return found.group(1);
    }

    @Test
    void placesAreThoseOfTheRepositoryAndFingerprintsThoseOfTheFinding() throws IOException {
        Path one = directory.resolve("one");
        Path other = directory.resolve("another/place");
        drifted(one);
        Path folder = drifted(other);

        CommandRun first = CommandRun.in(one, "-C", "live/my project", "drift", "--format", "sarif");
        Project.of(folder, "\n\n" + DEFINITION);
        CommandRun second = CommandRun.in(folder, "drift", "--format", "sarif");

        assertThat(first.exitCode()).as(first.err()).isEqualTo(2);
        Schemas.assertSarif(first.out());
        assertThat(first.out())
                .contains("\"uri\":\"live/my%20project/environments/default.groovy\"},\"region\":{\"startLine\":2}");
        assertThat(second.out()).contains("\"startLine\":4").contains("\"uri\":\"live/my%20project/environments/");
        assertThat(fingerprint(second.out())).isEqualTo(fingerprint(first.out()));
    }

    @Test
    void oneRunWritesAllFormats() throws IOException {
        Path folder = drifted(directory);

        CommandRun run = CommandRun.in(
                folder,
                ("drift --out json=a.json --out junit=a.xml --out sarif=a.sarif --out markdown=a.md --out text=a.txt"
                                + " --out github=a.log")
                        .split(" "));

        assertThat(run.exitCode()).as(run.err()).isEqualTo(2);
        Project project = new Project(folder);
        Schemas.assertDriftJson(project.read("a.json"));
        Schemas.assertJunit(project.read("a.xml"));
        Schemas.assertSarif(project.read("a.sarif"));
        assertThat(project.read("a.md"))
                .startsWith("<!-- corbel-drift default -->")
                .contains("live/my project/environments/default.groovy:2")
                .doesNotContain("<script>");
        assertThat(project.read("a.txt")).isEqualTo(run.out());
        assertThat(project.read("a.log"))
                .startsWith("::warning file=live/my project/environments/default.groovy,line=2,");

        CommandRun unwritable = CommandRun.in(folder, "drift", "--out", "json=missing/a.json");

        assertThat(unwritable.exitCode()).isEqualTo(1);
        assertThat(unwritable.err()).contains("Error: The file ", "missing/a.json cannot be used");
    }

    @Test
    void aJobOnGithubIsTold() throws IOException {
        Path folder = drifted(directory);
        Files.writeString(directory.resolve("output"), "before=1\n");
        Map<String, String> variables = Map.of(
                "GITHUB_STEP_SUMMARY",
                directory.resolve("summary").toString(),
                "GITHUB_OUTPUT",
                directory.resolve("output").toString());

        CommandRun run = CommandRun.in(folder, variables, "", "drift", "--format", "github");

        assertThat(run.exitCode()).as(run.err()).isEqualTo(2);
        assertThat(run.out()).hasLineCount(2).startsWith("::warning file=").contains("x%250A::error::pwn\\n::stop");
        assertThat(directory.resolve("output")).hasContent("before=1\ndrift=true\nfindings=1\n");
        assertThat(Files.readString(directory.resolve("summary")))
                .startsWith("<!-- corbel-drift default -->\n### Drift");

        CommandRun text = CommandRun.in(folder, variables, "", "drift");
        CommandRun none = CommandRun.in(folder, variables, "", "drift", "--format", "github", "--fail-on", "high");

        assertThat(text.exitCode()).isEqualTo(2);
        assertThat(none.exitCode()).isZero();
        assertThat(directory.resolve("output"))
                .hasContent("before=1\ndrift=true\nfindings=1\ndrift=false\nfindings=0\n");
    }

    /** A project of so many environments, of which the second drifted and the last is broken. */
    private Project environments(int count) throws IOException {
        Project project = new Project(directory);
        for (int i = 1; i <= count; i++) {
            project.write("environments/e" + i + ".groovy", """
                provider('simulator') { directory = '.simulator-%1$d' }
                resource('sim_object', 'x') { name = 'n-%1$d' }
                """.formatted(i));
            project.succeed("apply", "--auto-approve", "e" + i);
        }
        project.deleteAll(".simulator-2/objects");
        project.write("environments/e" + count + ".groovy", "provider('simulatr') { }\n");
        return project;
    }

    @Test
    void shardsShareTheWorkAndTheirReportsMakeOne() throws IOException {
        Project project = environments(6);
        List<String> files = new ArrayList<>();
        List<Integer> codes = new ArrayList<>();
        for (int i = 1; i <= 4; i++) {
            files.add("shard-" + i + ".json");
            codes.add(project.run("drift", "--all", "--shard", i + "/4", "--out", "json=shard-" + i + ".json")
                    .exitCode());
        }
        CommandRun empty = project.run("drift", "--all", "--shard", "7/7");
        CommandRun all = project.run("drift", "--all", "--format", "json");
        CommandRun text = project.run("drift", "--all");

        CommandRun merged = merge(project, files, "--format", "json");

        assertThat(codes).containsExactly(0, 1, 0, 0);
        assertThat(empty.exitCode()).as(empty.err()).isZero();
        assertThat(empty.out()).isEqualTo("No environments.\n");
        assertThat(all.exitCode()).isEqualTo(1);
        assertThat(merged.exitCode()).isEqualTo(1);
        assertThat(merged.out()).isEqualTo(all.out());
        assertThat(merge(project, files).out()).isEqualTo(text.out());
        Schemas.assertDriftJson(project.read("shard-1.json"));

        assertThat(merge(project, List.of("shard-1.json", "shard-2.json", "shard-4.json"))
                        .err())
                .contains("Error: The report of shard 3/4 is missing");
        assertThat(merge(project, List.of("shard-1.json", "shard-1.json")).err())
                .contains("Error: The environment \"e1\" is in two of the reports", "shard-1.json and shard-1.json");
        project.run("drift", "--all", "--shard", "7/7", "--out", "json=seventh.json");
        assertThat(merge(project, List.of("shard-1.json", "seventh.json")).err())
                .contains("Error: The reports are of different shards", "One is of 7, another of 4.");
    }

    private static CommandRun merge(Project project, List<String> files, String... options) {
        List<String> arguments = new ArrayList<>(List.of("drift"));
        arguments.addAll(List.of(options));
        arguments.add("--merge");
        arguments.addAll(files);
        return project.run(arguments.toArray(String[]::new));
    }

    @Test
    void moreEnvironmentsThanADocumentOfSarifTakesGoIntoSeveralFiles() {
        Project project = new Project(directory);
        for (int i = 10; i < 31; i++) {
            project.write("environments/e" + i + ".groovy", "provider('simulator') { }\n");
        }

        CommandRun shown = project.run("drift", "--all", "--format", "sarif");
        CommandRun written = project.run("drift", "--all", "--out", "sarif=out.sarif");

        assertThat(shown.exitCode()).isEqualTo(1);
        assertThat(shown.err())
                .contains("Error: 21 environments do not fit into one SARIF document", "Write several files: --out");
        assertThat(written.exitCode()).as(written.err()).isZero();
        Schemas.assertSarif(project.read("out.sarif"));
        assertThat(project.read("out.sarif")).contains("corbel-drift/e29/").doesNotContain("corbel-drift/e30/");
        assertThat(project.read("out-2.sarif")).contains("corbel-drift/e30/").doesNotContain("corbel-drift/e29/");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--all --shard 0/4 | \"0/4\" is no shard",
                "--all --shard 5/4 | \"5/4\" is no shard",
                "--all --shard first | \"first\" is no shard",
                "--shard 1/4 | --shard goes with --all",
                "--all --merge a.json | --merge goes without an environment, --all, --shard and --adopt",
                "--adopt --merge a.json | --merge goes without an environment, --all, --shard and --adopt",
                "--merge nowhere.json | The report nowhere.json does not exist",
                "--merge environments/default.groovy | environments/default.groovy is no report on drift",
                "--out json=x --out text=x | Two formats go to x",
            })
    void wrongOptionsAreTold(String options, String summary) {
        Project project = Project.of(directory, DEFINITION);
        String[] arguments =
                Stream.concat(Stream.of("drift"), Stream.of(options.split(" "))).toArray(String[]::new);

        CommandRun run = project.run(arguments);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("Error: " + summary);
    }
}
