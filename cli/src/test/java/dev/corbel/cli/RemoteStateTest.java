package dev.corbel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.testing.CommandRun;
import dev.corbel.cli.testing.CorbelProcess;
import dev.corbel.cli.testing.Project;
import dev.corbel.emulators.AzuriteExtension;
import dev.corbel.emulators.AzuriteServer;
import dev.corbel.emulators.PostgresExtension;
import dev.corbel.emulators.PostgresServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The commands with state in another place than the project's folder. */
class RemoteStateTest {
    @TempDir
    Path directory;

    /** A place, and the environment variables that open it. */
    private record Place(String block, Map<String, String> secrets) {}

    @Nested
    @ExtendWith(PostgresExtension.class)
    class InPostgres {
        private Place place(PostgresServer server) {
            String secret = "Pa55-w0rd-of-the-state";
            String user = server.newUser(secret);
            String database = server.newDatabase();
            server.execute("postgres", "alter database " + database + " owner to " + user);
            String block = "state('postgres') { url = 'postgresql://%s@127.0.0.1:%d/%s' }"
                    .formatted(user, server.port(), database);
            return new Place(block, Map.of("PGPASSWORD", secret));
        }

        @Test
        void appliesAndFindsNothingToDo(PostgresServer server) throws IOException {
            applyAndFindNothingToDo(place(server));
        }
    }

    @Nested
    @ExtendWith(AzuriteExtension.class)
    class InAzure {
        private Place place(AzuriteServer server) {
            String block = "state('azureblob') { endpoint = '%s'; container = '%s' }"
                    .formatted(server.endpoint(), server.newContainer());
            return new Place(block, Map.of("AZURE_STORAGE_KEY", AzuriteServer.KEY));
        }

        @Test
        void appliesAndFindsNothingToDo(AzuriteServer server) throws IOException {
            applyAndFindNothingToDo(place(server));
        }
    }

    private CommandRun run(Place place, String... arguments) {
        CommandRun run = CorbelProcess.run(directory, place.secrets(), arguments);
        place.secrets().values().forEach(secret -> assertThat(run.out() + run.err())
                .doesNotContain(secret));
        return run;
    }

    private CommandRun succeed(Place place, String... arguments) {
        CommandRun run = run(place, arguments);
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run;
    }

    private void applyAndFindNothingToDo(Place place) throws IOException {
        Project.of(directory, place.block() + "\nresource('corbel_data', 'a') { input = 'x' }\n");
        succeed(place, "apply", "--auto-approve");
        assertThat(succeed(place, "state", "list").out()).isEqualTo("corbel_data.a\n");
        assertThat(succeed(place, "plan").out()).isEqualTo("No changes. Your infrastructure matches the definition.\n");
        assertThat(directory.resolve(".corbel/state")).doesNotExist();
        Project.of(directory, place.block() + "\n");
        succeed(place, "apply", "--auto-approve");
        assertThat(succeed(place, "state", "list").out()).isEmpty();
        expectNoSecretInFiles(place);
    }

    private void expectNoSecretInFiles(Place place) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                assertThat(text)
                        .as(file.toString())
                        .doesNotContain(place.secrets().values());
            }
        }
    }
}
