package dev.corbel.cli.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.testing.CommandRun;
import dev.corbel.cli.testing.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An apply that makes a secret anew for three that take it is killed before each thing that it does. Whoever comes next can
 * ask nobody for the value; after the next apply all have the same one all the same.
 */
@Tag("proof")
class SecretKillTest {
    private static final Pattern HASH = Pattern.compile("\"password_sha256\"\\s*:\\s*\"(\\w+)\"");
    private static final String TAKER = """
            resource('sim_object', '%1$s') {
                name                = '%1$s'
                password_wo         = corbel_secret.database.value
                password_wo_version = corbel_secret.database.generation
            }
            """;

    private final Kills kills = Kills.wanted();

    @TempDir
    private Path folder;

    private static void define(Path project, String... takers) {
        StringBuilder text = new StringBuilder("provider('simulator') {}\nresource('corbel_secret', 'database') {}\n");
        Stream.of(takers).forEach(name -> text.append(TAKER.formatted(name)));
        Place.FILES.define(project, text.toString());
    }

    private static List<String> passwords(Path project) {
        try (Stream<Path> files = Files.list(project.resolve(".simulator/objects"))) {
            return files.flatMap(file -> HASH.matcher(text(file)).results())
                    .map((MatchResult found) -> found.group(1))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Test
    void whoeverIsLeftGetsTheNextOne() {
        Path start = folder.resolve("start");
        define(start, "server", "vault");
        Place.FILES.operator(start).insist("apply", "--auto-approve");
        define(start, "server", "vault", "app");
        Scene whole = new Scene(Place.FILES, Folders.copy(start, folder.resolve("whole")));
        int steps = SteppedProcess.steps(whole, "", MixedProject.APPLY).size();
        assertThat(steps).isGreaterThan(30);

        for (int step : chosen(steps)) {
            Scene killed = new Scene(Place.FILES, Folders.copy(start, folder.resolve("killed-" + step)));
            CommandRun run =
                    SteppedProcess.kill(killed, step, MixedProject.APPLY).run();
            assertThat(run.exitCode()).as(run.err()).isEqualTo(137);
            killed.operator().converge();
            assertThat(passwords(killed.project()))
                    .as("killed at step %d of %d", step, steps)
                    .hasSize(3)
                    .matches(all -> all.stream().distinct().count() == 1, "the same for all");
            killed.delete();
        }
    }

    private int[] chosen(int steps) {
        return kills.isAll()
                ? IntStream.rangeClosed(1, steps).toArray()
                : new Random().ints(1, steps + 1).distinct().limit(6).sorted().toArray();
    }
}
