package dev.corbel.cli.proof;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.testing.CommandRun;
import dev.corbel.cli.testing.CorbelProcess;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Twenty secrets are put wherever secrets are put, and then looked for wherever they should not be. */
class SecretsTest {
    @TempDir
    private Path folder;

    private final long seed = Long.getLong("corbel.seed", System.nanoTime());
    private final Secrets secrets = new Secrets(seed);
    private final SecretSearch search = new SecretSearch(secrets);
    private final Map<String, String> environment = new LinkedHashMap<>();

    @SuppressWarnings("NullAway.Init")
    private SecretProject project;

    @BeforeEach
    void makeSecrets() throws IOException {
        project = new SecretProject(folder, secrets);
        environment.putAll(project.environment());
        environment.put("CORBEL_STATE_PASSPHRASE", secrets.add("passphrase"));
        environment.put("PGPASSWORD", secrets.add("databasePassword"));
        environment.put("AWS_SECRET_ACCESS_KEY", secrets.add("cloudKey"));
        environment.put("AWS_SESSION_TOKEN", secrets.add("cloudSession"));
        environment.put("SOME_TOKEN", secrets.add("unrelated"));
        assertThat(secrets.size()).isEqualTo(20);
    }

    /** A place with all of them in the environment; what opens it is looked for, too. */
    private Place prepare(Place place) {
        place.variables().forEach((name, value) -> {
            if (Services.SECRETS.contains(name)) {
                secrets.add(name, value);
            }
        });
        return place.with(environment, "keyring");
    }

    private CommandRun run(Place place, int expected, String... arguments) {
        return checked(place.run(project.directory(), arguments), expected, arguments);
    }

    private CommandRun checked(CommandRun run, int expected, String... arguments) {
        String command = String.join(" ", arguments);
        assertThat(run.exitCode()).as("%s%n%s%s", command, run.out(), run.err()).isEqualTo(expected);
        search.look("stdout of " + command, run.out());
        search.look("stderr of " + command, run.err());
        return run;
    }

    private String[] with(String... arguments) {
        return Stream.concat(
                        Arrays.stream(arguments),
                        Stream.of("--var-file", project.values().toString()))
                .toArray(String[]::new);
    }

    /** A process of its own, with the most talkative log. */
    private void runAsProcess(Place place, int expected, String... arguments) throws InterruptedException {
        Place talkative = place.with(Map.of("CORBEL_LOG", "trace"), "keyring");
        try (CorbelProcess process = talkative.start(project.directory(), arguments)) {
            do {
                process.commandLines().forEach(line -> search.look("command line", line));
                Thread.sleep(100);
            } while (process.isRunning());
            checked(process.end(), expected, arguments);
        }
    }

    /** Everything that one does in the life of an environment. */
    private void live(Place place) throws IOException, InterruptedException {
        project.define(place, "1", "");
        run(place, 0, "validate");
        run(place, 0, with("plan", "--out", "first.plan", "--html", "first.html"));
        run(place, 0, with("plan", "--json"));
        run(place, 0, "show", "first.plan");
        run(place, 0, "show", "--json", "first.plan");
        run(place, 0, "show", "--markdown", "first.plan");
        runAsProcess(place, 0, "apply", "first.plan");
        project.define(place, "2", SecretProject.REFUSED);
        run(place, 0, with("plan", "--markdown", "--html", "second.html", "--out", "second.plan"));
        run(place, 0, "graph", "--plan", "second.plan", "--format", "json");
        run(place, 1, with("apply", "--auto-approve", "--json"));
        // Nobody knows what came of a call during which a provider crashed.
        run(place, 1, with("plan"));
        run(place, 0, "state", "rm", "--auto-approve", "keyring_entry.crash");
        project.define(place, "2 again", SecretProject.REFUSED);
        runAsProcess(place, 1, with("apply", "--auto-approve"));
        run(place, 0, "state", "rm", "--auto-approve", "keyring_entry.crash");
        project.define(place, "3", "");
        run(place, 0, with("apply", "--auto-approve"));
        run(place, 0, "show");
        run(place, 0, "show", "--json");
        run(place, 0, "output");
        run(place, 0, "output", "--json");
        run(place, 0, "output", "secret");
        run(place, 0, "graph");
        run(place, 0, "state", "list");
        run(place, 0, "state", "history");
        for (String address : List.of(
                "sim_object.plain",
                "sim_object.nested",
                "sim_object.text",
                "keyring_entry.entry",
                "corbel_data.data")) {
            run(place, 0, "state", "show", address);
        }
        run(place, 1, with("plan", "--var", "unknown=1"));
        failToRead(place);
        project.define(place, "3", "");
        run(place, 0, with("plan", "--destroy"));
        run(place, 0, with("destroy", "--auto-approve"));
    }

    /** What a provider says where it opens nothing, reads nothing and shows nothing. */
    private void failToRead(Place place) throws IOException, InterruptedException {
        project.define(place, "4", SecretProject.UNREADABLE);
        run(place, 0, with("apply", "--auto-approve"));
        assertThat(run(place, 1, with("plan", "--markdown")).err())
                .contains("Error: The entry of the secret (sensitive value) cannot be read\n");
        runAsProcess(place, 1, with("apply", "--auto-approve"));
        run(place, 0, "state", "rm", "--auto-approve", "keyring_entry.unreadable");
        project.define(place, "5", SecretProject.ADOPTED);
        assertThat(run(place, 1, with("plan")).err())
                .contains("Error: The keyring does not show entries\n", "Not even for the token (sensitive value).\n");
        project.defineLocked(place);
        assertThat(run(place, 1, with("plan")).err()).contains("Its token is not (sensitive value).\n");
        runAsProcess(place, 1, with("plan"));
    }

    private static boolean isStateOrPlan(String file) {
        return file.startsWith(".corbel/state/") || file.startsWith("place/") || file.endsWith(".plan");
    }

    @InPlaces
    void noFileAndNoStreamHasASecretWhereStateIsEncrypted(PlaceKind kind, Places places)
            throws IOException, InterruptedException {
        Place place = prepare(places.newPlace()).with("encryption { passphrase { } }");
        live(place);
        search.lookIntoFiles(project.directory(), file -> false);
        place.objects().get().forEach(search::look);

        assertThat(search.leaks()).as("seed %s, %s", seed, kind).isEmpty();
        assertThat(Files.readString(project.directory().resolve("first.plan"), ISO_8859_1))
                .startsWith("CORBEL-PLAN 2\n");
        assertThat(place.objects().get().isEmpty()).isEqualTo(kind.isInProject());
    }

    @InPlaces(one = true)
    void withoutEncryptionOnlyStateAndPlansHaveSecrets(PlaceKind kind, Places places)
            throws IOException, InterruptedException {
        Place place = prepare(places.newPlace());
        live(place);
        search.lookIntoFiles(project.directory(), SecretsTest::isStateOrPlan);

        assertThat(search.leaks()).as("seed %s, %s", seed, kind).isEmpty();
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

    @InPlaces
    void stateInTheClearHasTheSecretsThatTheSearchLooksFor(PlaceKind kind, Places places) throws IOException {
        Place place = prepare(places.newPlace());
        project.define(place, "1", "");
        run(place, 0, with("apply", "--auto-approve"));
        search.lookIntoFiles(project.directory(), file -> false);
        place.objects().get().forEach(search::look);

        assertThat(search.leaks().values().stream().flatMap(List::stream))
                .as(kind.name())
                .contains(
                        "plain", "nested", "listed", "text", "fixed", "entry", "generated", "label", "output", "token")
                .doesNotContain("writeOnly", "passphrase", "unrelated");
    }
}
