package dev.corbel.cli.proof;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.testing.CommandRun;
import dev.corbel.cli.testing.keyring.KeyringProvider;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Twenty secrets are put wherever secrets are put, and then looked for wherever they should not be. */
class SecretsTest {
    private static final String DEFINITION = """
            STATE
            variable('token') { type = 'string'; sensitive = true }
            variable('generated') { type = 'string'; sensitive = true }
            variable('plain') { type = 'string'; sensitive = true }
            variable('nested') { type = 'string'; sensitive = true }
            variable('listed') { type = 'string'; sensitive = true }
            variable('text') { type = 'string'; sensitive = true }
            variable('fixed') { type = 'string'; sensitive = true }
            variable('entry') { type = 'string'; sensitive = true }
            variable('writeOnly') { type = 'string'; sensitive = true }
            variable('label') { type = 'string'; sensitive = true }
            variable('output') { type = 'string'; sensitive = true }
            variable('structure') { type = 'map(list(string))'; sensitive = true }
            variable('message') { type = 'string'; sensitive = true }
            variable('refused') { type = 'string'; sensitive = true }
            variable('trigger') { type = 'string'; sensitive = true }
            provider('simulator') { directory = '../cloud' }
            provider('keyring') { token = variable.token; generated = variable.generated }
            resource('sim_object', 'plain') {
                name = 'plain'
                value = variable.plain
            }
            resource('sim_object', 'nested') {
                value = [keep: 'this', password: variable.nested, list: ['a', variable.listed]]
                fixed = variable.fixed
            }
            resource('sim_object', 'text') {
                value = "postgres://user:${variable.text}@host/VERSION"
                lifecycle {
                    postcondition {
                        condition = sim_object.text.revision.map { revision -> revision > 0 }
                        message = "no revision for ${variable.message}"
                    }
                }
            }
            resource('keyring_entry', 'entry') {
                name = 'entry'
                secret = variable.entry
                secret_wo = variable.writeOnly
                labels = [team: 'blue', key: variable.label, version: 'VERSION']
            }
            resource('sim_object', 'derived') {
                value = keyring_entry.entry.password.map { password -> "user:${password}" }
            }
            resource('corbel_data', 'data') {
                input = variable.structure
                triggers_replace = variable.trigger
            }
            REFUSED
            output('secret') { value = variable.output; sensitive = true }
            output('password') { value = keyring_entry.entry.password; sensitive = true }
            output('url') { value = sim_object.plain.id }
            """;
    private static final String REFUSED = """
            resource('keyring_entry', 'refused') {
                name = 'refused'
                secret = variable.refused
                secret_wo = "x${variable.refused}x"
            }
            resource('keyring_entry', 'crash') {
                name = 'crash'
                secret = variable.refused
            }
            resource('sim_object', 'failing') {
                value = variable.refused
                fail = ['create']
            }
            resource('sim_object', 'checked') {
                value = 'VERSION'
                lifecycle {
                    postcondition {
                        condition = sim_object.checked.revision.map { revision -> revision > 99 }
                        message = "no revision for ${variable.message}"
                    }
                }
            }
            """;
    private static final List<String> VARIABLES = List.of(
            "token",
            "generated",
            "plain",
            "nested",
            "listed",
            "text",
            "fixed",
            "entry",
            "writeOnly",
            "label",
            "output",
            "structure",
            "message",
            "refused",
            "trigger");
    /** Whose values come from files rather than from the environment. */
    private static final List<String> IN_FILE = List.of("nested", "listed", "structure");

    @TempDir
    Path folder;

    private final long seed = Long.getLong("corbel.seed", System.nanoTime());
    private final Secrets secrets = new Secrets(seed);
    private final Map<String, String> environment = new LinkedHashMap<>();
    private final Map<String, List<String>> leaks = new TreeMap<>();
    private Path project = Path.of(".");
    private Path given = Path.of(".");

    @BeforeEach
    void makeSecrets() throws IOException {
        project = Files.createDirectories(folder.resolve("project"));
        given = folder.resolve("given.vars");
        Files.createDirectories(project.resolve("environments"));
        StringBuilder file = new StringBuilder("{");
        for (String name : VARIABLES) {
            String secret = secrets.add(name);
            if (IN_FILE.contains(name)) {
                String value = name.equals("structure") ? "{\"inner\": [\"" + secret + "\"]}" : "\"" + secret + "\"";
                file.append(file.length() > 1 ? ", " : "").append("\"" + name + "\": " + value);
            } else {
                environment.put("CORBEL_VAR_" + name, secret);
            }
        }
        Files.writeString(given, file.append('}'));
        environment.put("CORBEL_STATE_PASSPHRASE", secrets.add("passphrase"));
        environment.put("PGPASSWORD", secrets.add("databasePassword"));
        environment.put("AWS_SECRET_ACCESS_KEY", secrets.add("cloudKey"));
        environment.put("AWS_SESSION_TOKEN", secrets.add("cloudSession"));
        environment.put("SOME_TOKEN", secrets.add("unrelated"));
        assertThat(secrets.size()).isEqualTo(20);
    }

    private void define(String state, String version, String more) {
        String text =
                DEFINITION.replace("STATE", state).replace("REFUSED", more).replace("VERSION", version);
        try {
            Files.writeString(project.resolve("environments/default.groovy"), text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void look(String where, String text) {
        List<String> found = secrets.in(text);
        if (!found.isEmpty()) {
            leaks.put(where, found);
        }
    }

    private CommandRun run(int expected, String... arguments) {
        CommandRun run = KeyringProvider.among(() -> CommandRun.in(project, environment, "", arguments));
        return checked(run, expected, arguments);
    }

    private CommandRun checked(CommandRun run, int expected, String... arguments) {
        String command = String.join(" ", arguments);
        assertThat(run.exitCode()).as("%s%n%s%s", command, run.out(), run.err()).isEqualTo(expected);
        look("stdout of " + command, run.out());
        look("stderr of " + command, run.err());
        return run;
    }

    private String[] with(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--var-file");
        all.add(given.toString());
        return all.toArray(String[]::new);
    }

    /** A process of its own, with the most talkative log. */
    private void runAsProcess(int expected, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path") + File.pathSeparator + KeyringProvider.classPath(),
                "dev.corbel.cli.Main"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(project.toFile());
        builder.environment().putAll(environment);
        builder.environment().put("CORBEL_LOG", "trace");
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        Process process =
                builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        process.getOutputStream().close();
        try {
            do {
                Stream.concat(Stream.of(process.toHandle()), process.descendants())
                        .forEach(one -> one.info().commandLine().ifPresent(line -> look("command line", line)));
            } while (!process.waitFor(200, TimeUnit.MILLISECONDS));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        } finally {
            process.destroyForcibly();
        }
        checked(new CommandRun(process.exitValue(), Files.readString(out), Files.readString(err)), expected, arguments);
    }

    /** Everything that was written below the project, also what stands in compressed or encoded files. */
    private void searchFiles(Predicate<String> allowed) throws IOException {
        try (Stream<Path> files = Files.walk(project)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = project.relativize(file).toString();
                byte[] bytes = Files.readAllBytes(file);
                if (!allowed.test(name)) {
                    look(name, new String(bytes, UTF_8));
                    look(name, new String(bytes, ISO_8859_1));
                    look(name + " unpacked", unpacked(bytes));
                }
            }
        }
    }

    private static String unpacked(byte[] bytes) {
        String text = new String(bytes, ISO_8859_1);
        int start = text.indexOf("\u001f\u008b");
        if (start < 0) {
            return "";
        }
        try (InputStream packed = new GZIPInputStream(new ByteArrayInputStream(bytes, start, bytes.length - start))) {
            return new String(packed.readAllBytes(), UTF_8);
        } catch (IOException damaged) {
            return "";
        }
    }

    /** Everything that one does in the life of an environment. */
    private void live(String state) throws IOException {
        define(state, "1", "");
        run(0, "validate");
        run(0, with("plan", "--out", "first.plan", "--html", "first.html"));
        run(0, with("plan", "--json"));
        run(0, "show", "first.plan");
        run(0, "show", "--json", "first.plan");
        runAsProcess(0, "apply", "first.plan");
        define(state, "2", REFUSED);
        run(0, with("plan", "--html", "second.html", "--out", "second.plan"));
        run(1, with("apply", "--auto-approve", "--json"));
        // Nobody knows what came of a call during which a provider crashed.
        run(1, with("plan"));
        run(0, "state", "rm", "--auto-approve", "keyring_entry.crash");
        define(state, "2 again", REFUSED);
        runAsProcess(1, with("apply", "--auto-approve"));
        run(0, "state", "rm", "--auto-approve", "keyring_entry.crash");
        define(state, "3", "");
        run(0, with("apply", "--auto-approve"));
        run(0, "show");
        run(0, "show", "--json");
        run(0, "output");
        run(0, "output", "--json");
        run(0, "output", "secret");
        run(0, "graph");
        run(0, "state", "list");
        run(0, "state", "history");
        for (String address : List.of(
                "sim_object.plain",
                "sim_object.nested",
                "sim_object.text",
                "keyring_entry.entry",
                "corbel_data.data")) {
            run(0, "state", "show", address);
        }
        run(1, with("plan", "--var", "unknown=1"));
        run(0, with("plan", "--destroy"));
        run(0, with("destroy", "--auto-approve"));
    }

    private static boolean isStateOrPlan(String file) {
        return file.startsWith(".corbel/state/") || file.endsWith(".plan");
    }

    @Test
    void noFileAndNoStreamHasASecretWhereStateIsEncrypted() throws IOException {
        live("state('local') { encryption { passphrase { } } }");
        searchFiles(file -> false);

        assertThat(leaks).as("seed %s", seed).isEmpty();
        assertThat(Files.readString(project.resolve(".corbel/state/default/state.json")))
                .startsWith("{\n  \"encryption\"");
        assertThat(Files.readString(project.resolve("first.plan"), ISO_8859_1)).startsWith("CORBEL-PLAN 2\n");
    }

    @Test
    void withoutEncryptionOnlyStateAndPlansHaveSecrets() throws IOException {
        live("");
        searchFiles(SecretsTest::isStateOrPlan);

        assertThat(leaks).as("seed %s", seed).isEmpty();
    }

    @Test
    void theSearchFindsASecretInEveryForm() {
        String secret = secrets.get("plain");

        for (String text : List.of(
                "password=" + secret,
                URLEncoder.encode("a b" + secret, UTF_8),
                Base64.getEncoder().encodeToString(("user:" + secret).getBytes(UTF_8)),
                Base64.getEncoder().encodeToString(("users:" + secret + "!").getBytes(UTF_8)),
                Base64.getUrlEncoder().encodeToString(("root:xx" + secret).getBytes(UTF_8)),
                secret.replace("&", "&amp;").replace("<", "&lt;"))) {
            assertThat(secrets.in(text)).as(text).containsExactly("plain");
        }
        assertThat(secrets.in("nothing to see")).isEmpty();
    }

    @Test
    void stateInTheClearHasTheSecretsThatTheSearchLooksFor() throws IOException {
        define("", "1", "");
        run(0, with("apply", "--auto-approve"));
        searchFiles(file -> false);

        assertThat(leaks.get(".corbel/state/default/state.json"))
                .contains(
                        "plain", "nested", "listed", "text", "fixed", "entry", "generated", "label", "output", "token")
                .doesNotContain("writeOnly", "passphrase", "unrelated");
    }
}
