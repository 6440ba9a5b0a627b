package dev.corbel.planner.saved;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.corbel.planner.plan.ExecutionGraph;
import dev.corbel.planner.plan.PlanMode;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.state.encryption.KeySourceContext;
import dev.corbel.state.encryption.KeySources;
import dev.corbel.state.encryption.StateEncryption;
import dev.corbel.state.model.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EncryptedPlanFileTest {
    private static final String NEEDLE = "needle-in-the-hay";
    private static final String FORGERY = "FOLDER/plan: The definition asks for encryption, so it may be a forgery.";

    @TempDir
    private Path folder;

    private static StateEncryption encryption(String environment, String passphrase) {
        Value block = Value.list(List.of(MapValue.EMPTY));
        return KeySources.discover()
                .encryption(
                        environment,
                        new MapValue(Map.of("passphrase", block)),
                        new KeySourceContext(
                                Path.of("."), Map.of("CORBEL_STATE_PASSPHRASE", passphrase), Optional.empty()));
    }

    private final StateEncryption encryption = encryption("test", "correct horse battery");

    private static SavedPlan plan() {
        return new SavedPlan(
                new PlanOrigin("0.1.0", Map.of(), "project"),
                Map.of("environments/test.groovy", "// " + NEEDLE),
                Map.of("password", NEEDLE),
                "{}",
                Instant.EPOCH,
                PlanMode.NORMAL,
                State.empty("test").as("test", "lineage", 3),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new ExecutionGraph(List.of()),
                true,
                List.of(),
                List.of());
    }

    private Path written(StateEncryption how) {
        Path file = folder.resolve("plan");
        PlanFile.write(plan(), file, how);
        return file;
    }

    private String problem(Path file, StateEncryption how) {
        var problem = catchThrowableOfType(DiagnosticsException.class, () -> PlanFile.read(file, how))
                .diagnostics()
                .get(0);
        return (problem.summary() + "\n" + problem.detail() + "\n"
                        + problem.hint().orElse(""))
                .replace(folder.toString(), "FOLDER");
    }

    @Test
    void aPlanComesBackAndItsFileHidesIt() throws IOException {
        Path file = written(encryption);

        assertThat(PlanFile.read(file, encryption("test", "correct horse battery")))
                .isEqualTo(plan());
        assertThat(PlanFile.isPlan(file)).isTrue();
        assertThat(Files.readAllBytes(file)).startsWith("CORBEL-PLAN 2\n".getBytes(US_ASCII));
        assertThat(Files.readString(file, ISO_8859_1)).doesNotContain(NEEDLE);
    }

    @Test
    void itsEnvironmentCanBeReadWithoutAKey() {
        assertThat(PlanFile.label(written(encryption))).isEqualTo(new PlanFile.Label("test", true));
        assertThat(PlanFile.label(written(StateEncryption.none("test")))).isEqualTo(new PlanFile.Label("test", false));
    }

    @Test
    void anotherPassphraseOpensNothing() {
        assertThat(problem(written(encryption), encryption("test", "wrong pony accumulator")))
                .isEqualTo("""
                The plan was encrypted with another key
                FOLDER/plan: It cannot be decrypted with the passphrase in the environment variable CORBEL_STATE_PASSPHRASE.
                Give the key that it was encrypted with. One that was replaced is named in encryption { …; formerly { … } }.\
                """);
        assertThat(problem(written(encryption), StateEncryption.none("test"))).isEqualTo("""
                The plan is encrypted
                FOLDER/plan: It was encrypted with a key of the kind passphrase, and the definition names no key.
                Name it in the state block: encryption { passphrase { … } }.""");
    }

    @Test
    void aPlanInTheClearIsRefusedWhereItShouldBeEncrypted() {
        assertThat(problem(written(StateEncryption.none("test")), encryption)).contains(FORGERY);
    }

    @Test
    void aPlanOfAnotherEnvironmentOrOneThatWasChangedIsRefused() throws IOException {
        Path file = written(encryption);
        String text = Files.readString(file);

        assertThat(problem(file, encryption("staging", "correct horse battery")))
                .startsWith("This is the plan of another environment\n");
        Files.writeString(file, text.replace("\"serial\" : 3", "\"serial\" : 4"));
        assertThat(problem(file, encryption)).startsWith("The encrypted plan was altered\n");
        Files.writeString(file, text.replace("\"kind\" : \"plan\"", "\"kind\" : \"state\""));
        assertThat(problem(file, encryption)).startsWith("The encrypted plan was altered\n");
    }

    @Test
    void aPlanThatEndsTooEarlyIsRefusedWhereverThatIs() throws IOException {
        byte[] whole = Files.readAllBytes(written(encryption));
        for (int length = "CORBEL-PLAN 2\n".length(); length < whole.length - 2; length += 7) {
            Path cut = Files.write(folder.resolve("cut"), Arrays.copyOf(whole, length));

            assertThat(problem(cut, encryption)).startsWith("The plan file FOLDER/cut is damaged\n");
        }
    }
}
