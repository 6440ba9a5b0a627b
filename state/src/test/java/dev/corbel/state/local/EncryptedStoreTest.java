package dev.corbel.state.local;

import static dev.corbel.state.Samples.address;
import static dev.corbel.state.Samples.created;
import static dev.corbel.state.Samples.intent;
import static dev.corbel.state.Samples.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.state.StateTransaction;
import dev.corbel.state.encryption.StateEncryption;
import dev.corbel.state.encryption.TestKey;
import dev.corbel.state.json.StateDocument;
import dev.corbel.state.model.LockHolder;
import dev.corbel.state.model.State;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EncryptedStoreTest {
    private static final String NEEDLE = "needle-in-the-hay";
    private static final String STATE = ".corbel/state/production/state.json";
    private static final String JOURNAL = ".corbel/state/production/journal/000001.jsonl";
    private static final String ALTERED =
            ": It is not what was encrypted for this place: it was changed or cut off, or it"
                    + " is of another environment, lineage or serial than it says.";

    @TempDir
    Path project;

    private LocalStateStore store(StateEncryption encryption) {
        return new LocalStateStore(project, "0.1.0", encryption);
    }

    private LocalStateStore store(String key) {
        return store(TestKey.encryption("production", key));
    }

    private static LockHolder holder() {
        return LockHolder.ofThisProcess("apply production");
    }

    private static StateTransaction begin(LocalStateStore store) {
        return store.begin(holder(), Duration.ZERO);
    }

    private State commit(LocalStateStore store, String name) {
        try (StateTransaction transaction = begin(store)) {
            transaction.record(put(name, NEEDLE));
            return transaction.commit();
        }
    }

    private State commitNothing(LocalStateStore store) {
        try (StateTransaction transaction = begin(store)) {
            return transaction.commit();
        }
    }

    /** A run that is killed after its journal was written. */
    private void interrupt(LocalStateStore store) {
        try (StateTransaction transaction = begin(store)) {
            transaction.intend(intent(NEEDLE, NEEDLE));
            transaction.record(created(NEEDLE, NEEDLE));
        }
    }

    private Path file(String name) {
        return project.resolve(name);
    }

    private void edit(String name, UnaryOperator<String> change) {
        try {
            String before = Files.readString(file(name));
            String after = change.apply(before);
            assertThat(after).isNotEqualTo(before);
            Files.writeString(file(name), after);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private List<String> filesWith(String text) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(project)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(text)) {
                    found.add(project.relativize(file).toString());
                }
            }
        }
        return found;
    }

    private static Diagnostic problem(LocalStateStore store) {
        Diagnostic read = catchThrowableOfType(DiagnosticsException.class, store::read)
                .diagnostics()
                .get(0);
        Diagnostic opened = catchThrowableOfType(
                        DiagnosticsException.class, () -> begin(store).close())
                .diagnostics()
                .get(0);
        assertThat(read).isEqualTo(opened);
        return read;
    }

    @Test
    void noFileSaysWhatIsInState() throws IOException {
        commit(store("a"), "one");
        commit(store("a"), "two");
        interrupt(store("a"));

        assertThat(Files.exists(file(JOURNAL))).isTrue();
        assertThat(filesWith(NEEDLE)).isEmpty();
        assertThat(filesWith("sim_object")).isEmpty();
        assertThat(store("a").read().instances().keySet())
                .containsExactly(address("one"), address("two"), address(NEEDLE));
        assertThat(commitNothing(store("a")).serial()).isEqualTo(3);
        assertThat(filesWith(NEEDLE)).isEmpty();
        assertThat(store("a").backup(store("a").backups().get(0)).state().serial())
                .isEqualTo(2);
    }

    @Test
    void anotherKeyOpensNothingAndChangesNothing() throws IOException {
        commit(store("a"), "one");
        interrupt(store("a"));
        byte[] before = Files.readAllBytes(file(STATE));

        assertThat(problem(store("b")))
                .isEqualTo(Diagnostic.error(
                                "The state was encrypted with another key",
                                STATE + ": It cannot be decrypted with the test key b.")
                        .withHint(
                                "Give the key that it was encrypted with. One that was replaced is named in encryption {"
                                        + " …; formerly { … } }."));
        assertThat(problem(store(StateEncryption.none("production"))).summary()).isEqualTo("The state is encrypted");
        assertThat(file(STATE)).hasBinaryContent(before);
        assertThat(file(JOURNAL)).exists();
    }

    @Test
    void aSnapshotThatWasChangedIsRefused() {
        commit(store("a"), "one");
        commit(store("a"), "two");
        List<UnaryOperator<String>> changes = List.of(
                text -> text.replace("\"serial\" : 2", "\"serial\" : 3"),
                text -> text.replaceFirst("\"lineage\" : \"[^\"]*\"", "\"lineage\" : \"other\""),
                text -> text.replaceFirst("\"journal\" : \"[^\"]*\"", "\"journal\" : \"other\""),
                text -> text.replaceFirst("\"content\" : \\[ \"....", "\"content\" : [ \"AAAA"));

        for (UnaryOperator<String> change : changes) {
            edit(STATE, change);
            assertThat(problem(store("a")))
                    .isEqualTo(Diagnostic.error("The encrypted state was altered", STATE + ALTERED)
                            .withHint("The state before it, serial 1, is in .corbel/state/production/backups/"
                                    + "000001-serial-1.json; older ones are beside it. Copy it to " + STATE
                                    + " to go on from it."));
        }
    }

    @Test
    void aSnapshotThatWasCutOffIsRefused() {
        commit(store("a"), "one");
        edit(STATE, text -> text.substring(0, text.length() - 30));

        assertThat(problem(store("a")).summary()).isEqualTo("The state file is corrupt");
    }

    @Test
    void theSnapshotOfAnotherEnvironmentIsRefused() throws IOException {
        commit(store("a"), "one");
        commit(store(TestKey.encryption("staging", "a")), "one");
        Files.copy(file(".corbel/state/staging/state.json"), file(STATE), StandardCopyOption.REPLACE_EXISTING);

        assertThat(problem(store("a")))
                .isEqualTo(Diagnostic.error(
                                "This is the state of another environment",
                                STATE + ": It is of environment \"staging\", not of \"production\".")
                        .withHint("Put each back in its own place."));

        edit(STATE, text -> text.replace("\"staging\"", "\"production\""));
        assertThat(problem(store("a")).summary()).isEqualTo("The state was encrypted with another key");
    }

    @Test
    void aSnapshotOlderThanItsNewestBackupIsRefused() throws IOException {
        commit(store("a"), "one");
        commit(store("a"), "two");
        commit(store("a"), "three");
        Path newest = file(".corbel/state/production/backups/000002-serial-2.json");
        Files.copy(
                file(".corbel/state/production/backups/000001-serial-1.json"),
                file(STATE),
                StandardCopyOption.REPLACE_EXISTING);

        assertThat(problem(store("a")))
                .isEqualTo(Diagnostic.error(
                                "The state is older than its newest backup",
                                STATE + " has serial 1, but .corbel/state/production/backups/000002-serial-2.json has"
                                        + " serial 2: somebody put an old state back.")
                        .withHint("Copy .corbel/state/production/backups/000002-serial-2.json to " + STATE
                                + " to go on from it. To go back further, push a former state with --force then."));

        Files.copy(newest, file(STATE), StandardCopyOption.REPLACE_EXISTING);
        LocalStateStore store = store("a");
        StateDocument oldest = store.backup(store.backups().get(1));
        assertThat(oldest.state().serial()).isEqualTo(1);
        assertThat(store.push(oldest, true, holder(), Duration.ZERO).serial()).isEqualTo(3);
        assertThat(store("a").read().instances().keySet()).containsExactly(address("one"));
    }

    @Test
    void stateInTheClearIsRefusedWhereItShouldBeEncrypted() throws IOException {
        commit(store("a"), "one");
        byte[] encrypted = Files.readAllBytes(file(STATE));
        commitNothing(store(TestKey.encryption("production", "a")));
        commitNothing(
                store(new StateEncryption("production", List.of(), List.of(new TestKey("a")), true, Optional.empty())));
        assertThat(filesWith(NEEDLE)).containsExactly(STATE);

        assertThat(problem(store("a")))
                .isEqualTo(Diagnostic.error(
                                "The state is not encrypted",
                                STATE + ": The definition asks for encryption, so it may be a forgery.")
                        .withHint("If it is yours, from before it was to be encrypted, say so: encryption { …; formerly"
                                + " { unencrypted { } } }."));

        Files.write(file(STATE), encrypted);
        assertThat(store("a").read().serial()).isEqualTo(1);
    }

    @Test
    void aJournalInTheClearIsRefusedWhereItShouldBeEncrypted() throws IOException {
        StateEncryption clear = StateEncryption.none("production");
        interrupt(store(clear));
        byte[] forged = Files.readAllBytes(file(JOURNAL));

        assertThat(problem(store("a")).detail())
                .isEqualTo(JOURNAL + ": The definition asks for encryption, so it may be a forgery.");
        assertThat(store(TestKey.encryption("production", "a", List.of(), true))
                        .read()
                        .instances())
                .hasSize(1);
        assertThat(file(JOURNAL)).hasBinaryContent(forged);
    }

    @Test
    void aJournalThatWasChangedIsRefused() throws IOException {
        commit(store("a"), "one");
        interrupt(store("a"));
        String before = Files.readString(file(JOURNAL));
        commitNothing(store("a"));
        interrupt(store("a"));
        List<String> other = Files.readAllLines(file(JOURNAL));
        List<String> lines = before.lines().toList();

        // Whole lines of another journal, with right checksums, under the header of this one.
        Files.writeString(file(JOURNAL), other.get(0) + "\n" + lines.get(1) + "\n" + lines.get(2) + "\n");

        assertThat(problem(store("a")))
                .isEqualTo(Diagnostic.error("The encrypted journal was altered", JOURNAL + ALTERED));
    }

    @Test
    void theNextCommitWritesWithTheKeyOfNowEvenWhereNothingChanged() throws IOException {
        commit(store("old"), "one");
        LocalStateStore rolled = store(TestKey.encryption("production", "new", List.of("old"), false));

        assertThat(rolled.read().serial()).isEqualTo(1);
        assertThat(commitNothing(rolled).serial()).isEqualTo(2);
        assertThat(commitNothing(rolled).serial()).isEqualTo(2);
        assertThat(store("new").read().serial()).isEqualTo(2);
        assertThat(problem(store("old")).summary()).isEqualTo("The state was encrypted with another key");
    }

    @Test
    void encryptionIsSwitchedOnAndOff() throws IOException {
        commit(store(StateEncryption.none("production")), "one");
        assertThat(filesWith(NEEDLE)).containsExactly(STATE);

        commitNothing(store(TestKey.encryption("production", "a", List.of(), true)));
        assertThat(filesWith(NEEDLE)).containsExactly(".corbel/state/production/backups/000001-serial-1.json");
        assertThat(store("a").read().serial()).isEqualTo(2);

        commitNothing(
                store(new StateEncryption("production", List.of(), List.of(new TestKey("a")), true, Optional.empty())));
        assertThat(store(StateEncryption.none("production")).read().serial()).isEqualTo(3);
    }

    @Test
    void aKeyThatIsMissingStopsARunBeforeItsFirstCall() {
        StateEncryption gone =
                new StateEncryption("production", List.of(new TestKey("a").gone()), List.of(), false, Optional.empty());
        try (StateTransaction transaction = begin(store(gone))) {
            DiagnosticsException refused =
                    catchThrowableOfType(DiagnosticsException.class, () -> transaction.intend(intent("1", "one")));

            assertThat(refused).hasMessage("The test key a cannot be reached");
            assertThat(transaction.interrupted()).isEmpty();
        }
        assertThat(store("a").read().instances()).isEmpty();
    }
}
