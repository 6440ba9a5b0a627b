package dev.corbel.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.testing.CommandRun;
import dev.corbel.cli.testing.Project;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An app of this machine with a database and a bucket: what its containers are told. */
class LocalBlueprintsTest {
    private static final String DEFINITION = """
            residency = 'EU'
            variable('label') { type = 'string'; defaultValue = 'one' }
            region('here') {
                provider = 'local'
                area     = 'EU'
                app('my-shop') {
                    containers {
                        archive = 'app'
                        command = ['sh', 'run.sh']
                        count   = 2
                        env     = [
                            TOLD: 'FOLDER', LABEL: variable.label, URL: database.url, USER_NAME: database.username,
                            PASSWORD: database.password, FILES: bucket.files.url,
                        ]
                    }
                    database { PROTECTION }
                    bucket('files') { PROTECTION }
                }
            }
            """;
    private static final Pattern LINE = Pattern.compile("(\\w+)=(.*)");

    @TempDir
    Path folder;

    private Project project = new Project(Path.of("."));

    /** Tells its variables in a file that is named after the container. */
    private static final String APP = """
            env > "$TOLD/$(basename "$(dirname "$PWD")")"
            exec sleep 1000
            """;

    private void define(String protection) {
        project =
                Project.of(folder, DEFINITION.replace("PROTECTION", protection).replace("FOLDER", folder.toString()));
    }

    @BeforeEach
    void apply() throws IOException {
        Files.writeString(Files.createDirectory(folder.resolve("app")).resolve("run.sh"), APP);
        define("deletionProtection = false");
        project.succeed("apply", "--auto-approve");
    }

    @AfterEach
    void destroy() {
        define("deletionProtection = false");
        project.succeed("apply", "--auto-approve");
        project.succeed("destroy", "--auto-approve");
        assertThat(folder.resolve(".corbel/local")).doesNotExist();
    }

    /** The variables of one of the two containers. */
    private Map<String, String> told(int number) throws IOException {
        Map<String, String> variables = new TreeMap<>();
        Path file = folder.resolve("here-my-shop-" + number);
        for (String line : Files.readAllLines(file)) {
            Matcher variable = LINE.matcher(line);
            if (variable.matches()) {
                variables.put(variable.group(1), variable.group(2));
            }
        }
        return variables;
    }

    private static String text(Map<String, String> told, String name) {
        return Objects.requireNonNull(told.get(name), name);
    }

    private void assertNothingToDo(String... more) {
        String[] line = new String[more.length + 2];
        line[0] = "plan";
        line[1] = "--detailed-exitcode";
        System.arraycopy(more, 0, line, 2, more.length);
        CommandRun plan = project.run(line);
        assertThat(plan.exitCode()).as(plan.out() + plan.err()).isZero();
    }

    private void assertConnects(Map<String, String> told) throws Exception {
        String url = "jdbc:" + text(told, "URL").replace("my_shop@", "");
        try (var connection = DriverManager.getConnection(url, text(told, "USER_NAME"), text(told, "PASSWORD"))) {
            assertThat(connection.isValid(5)).isTrue();
        }
    }

    @Test
    void containersReachBothAndStateHasNoPassword() throws Exception {
        Map<String, String> told = told(1);
        assertThat(told(2).get("PASSWORD")).isEqualTo(told.get("PASSWORD"));
        assertConnects(told);
        assertThat(Path.of(URI.create(text(told, "FILES")))).isDirectory();
        assertThat(project.succeed("state", "pull").out()).doesNotContain(text(told, "PASSWORD"));
        assertNothingToDo();

        project.succeed("apply", "--auto-approve", "--var", "label=two");
        assertThat(told(1)).containsEntry("LABEL", "two").containsEntry("PASSWORD", text(told, "PASSWORD"));
        assertNothingToDo("--var", "label=two");

        project.succeed(
                "apply", "--auto-approve", "--var", "label=two", "--replace", "here/my-shop/corbel_secret.password");
        assertThat(told(1).get("PASSWORD")).isEqualTo(told(2).get("PASSWORD")).isNotEqualTo(told.get("PASSWORD"));
        assertConnects(told(2));
        assertNothingToDo("--var", "label=two");
    }

    @Test
    void whatIsProtectedIsNotDestroyed() {
        define("");
        project.succeed("apply", "--auto-approve");

        CommandRun destroy = project.run("destroy", "--auto-approve");

        assertThat(destroy.exitCode()).isOne();
        assertThat(destroy.err()).contains("local_postgresql.server").contains("local_bucket.folder");
        assertNothingToDo();
    }
}
