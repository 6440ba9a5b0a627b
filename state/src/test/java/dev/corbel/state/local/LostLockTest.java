package dev.corbel.state.local;

import static dev.corbel.state.Samples.address;
import static dev.corbel.state.Samples.created;
import static dev.corbel.state.Samples.intent;
import static dev.corbel.state.Samples.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.state.FencedException;
import dev.corbel.state.StateTransaction;
import dev.corbel.state.encryption.StateEncryption;
import dev.corbel.state.json.LockHolderJson;
import dev.corbel.state.json.StateDocument;
import dev.corbel.state.json.StateDocuments;
import dev.corbel.state.model.LockHolder;
import dev.corbel.state.model.State;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Something takes the files away from a run that is at work, or another run works beside it in spite of the lock. */
class LostLockTest {
    private static final String LOST = """
            This run no longer holds the lock of environment "production"
            .corbel/state/production/lock was removed or replaced meanwhile. Nothing more is begun.
            Leave .corbel/state/production alone while a run goes on, and keep it on a file system that has locks.""";

    private static final LockHolder OTHER =
            new LockHolder("id-9", "bob", "build-8", 12, "apply production", Instant.parse("2025-03-01T12:00:00Z"));

    @TempDir
    Path project;

    private LocalStateStore store() {
        return new LocalStateStore(project, "production", "0.1.0");
    }

    private StateTransaction begin() {
        return store().begin(LockHolder.ofThisProcess("apply production"), Duration.ZERO);
    }

    private Path file(String name) {
        return project.resolve(".corbel/state/production").resolve(name);
    }

    /** A run of a process of its own, since this one has the lock already. */
    private void otherRun(String name) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LockingProcess.class.getName(),
                        project.toString(),
                        "update",
                        name)
                .inheritIO()
                .start();
        assertThat(process.waitFor()).isZero();
    }

    private static List<String> texts(ThrowingCallable call) {
        DiagnosticsException problem = catchThrowableOfType(DiagnosticsException.class, call);
        assertThat(problem).isNotNull();
        return problem.diagnostics().stream().map(LostLockTest::text).toList();
    }

    private static String text(Diagnostic problem) {
        return problem.summary() + "\n" + problem.detail() + "\n"
                + problem.hint().orElse("");
    }

    private StateDocument rescued(String name) throws IOException {
        try (InputStream source = Files.newInputStream(project.resolve(".corbel/rescued/" + name))) {
            return StateDocuments.read(source, StateEncryption.none("production"));
        }
    }

    @Test
    void aRunWhoseLockFileIsRemovedBeginsNothingMoreAndKeepsWhatItDid() throws Exception {
        try (StateTransaction transaction = begin()) {
            transaction.intend(intent("1", "a"));
            transaction.record(created("1", "a"));
            transaction.intend(intent("2", "b"));
            Files.delete(file("lock"));
            otherRun("other");
            State theirs = store().read();

            assertThat(texts(() -> transaction.intend(intent("3", "c")))).containsExactly(LOST);
            assertThat(texts(() -> transaction.record(created("2", "b")))).containsExactly(LOST);
            assertThat(texts(transaction::commit)).containsExactly("""
                            This run no longer holds the lock of environment "production"
                            .corbel/state/production/lock was removed or replaced meanwhile. Nothing more is begun.
                            """, """
                            What this run did is kept in .corbel/rescued/production-2-late.json
                            It could not be kept in .corbel/state/production.
                            Another run may have gone on meanwhile: compare the file with what "corbel state pull production" prints, and import what is missing there. What is there under another id exists twice: delete one of the two.""");

            assertThat(store().read()).isEqualTo(theirs);
        }
        State kept = rescued("production-2-late.json").state();
        assertThat(kept.instances().keySet()).containsExactlyInAnyOrder(address("a"), address("b"));
        assertThat(RescueFolder.files(project, "production")).isEmpty();
        try (StateTransaction next = begin()) {
            assertThat(next.warnings()).isEmpty();
            assertThat(next.initial().current(address("a"))).isPresent();
            assertThat(next.interrupted()).containsExactly(intent("2", "b"));
        }
    }

    @Test
    void itWritesNoJournalIntoThatOfAnotherRun() throws Exception {
        try (StateTransaction transaction = begin()) {
            Files.delete(file("lock"));
            otherRun("other");
            Files.createDirectories(file("journal"));
            Files.writeString(file("journal/000001.jsonl"), "of another run");

            assertThat(texts(() -> transaction.intend(intent("1", "a")))).containsExactly(LOST);
            assertThat(texts(() -> transaction.record(put("a", "1")))).containsExactly(LOST);
            assertThat(texts(() -> transaction.recordLater(put("b", "1")))).containsExactly(LOST);
            assertThat(texts(transaction::commit)).hasSize(2);
        }
        assertThat(file("journal"))
                .isDirectoryContaining("glob:**/000001.jsonl")
                .isDirectoryNotContaining("glob:**2*");
        assertThat(file("journal/000001.jsonl")).hasContent("of another run");
    }

    @Test
    void theNextRunKnowsAllWhereNoOtherCameBetween() throws IOException {
        try (StateTransaction transaction = begin()) {
            transaction.intend(intent("1", "a"));
            Files.delete(file("lock"));
            assertThat(texts(() -> transaction.record(created("1", "a")))).containsExactly(LOST);
            assertThat(texts(() -> transaction.intend(intent("2", "b")))).containsExactly(LOST);
            assertThat(texts(transaction::commit)).hasSize(2);
        }
        try (StateTransaction next = begin()) {
            assertThat(next.initial().current(address("a"))).isPresent();
            assertThat(next.interrupted()).isEmpty();
        }
    }

    @Test
    void anotherHolderBesideThisOneMeansThatTheLockKeepsNobodyOut() throws IOException {
        try (StateTransaction transaction = begin()) {
            transaction.record(put("a", "1"));
            Files.write(file("lock.json"), LockHolderJson.write(OTHER));

            assertThat(texts(() -> transaction.intend(intent("1", "b"))))
                    .singleElement()
                    .asString()
                    .startsWith("This run no longer holds the lock of environment \"production\"\n"
                            + "bob on build-8 (process 12) has been running \"apply production\" since"
                            + " 2025-03-01T12:00:00Z, lock id id-9. Nothing more is begun.\n");
        }
        assertThat(store().holder()).contains(OTHER);
    }

    @Test
    void whoDeletesTheNameOfTheHolderTakesNothingFromIt() throws IOException {
        try (StateTransaction transaction = begin()) {
            Files.delete(file("lock.json"));
            transaction.intend(intent("1", "a"));
            transaction.record(created("1", "a"));
            assertThat(transaction.commit().current(address("a"))).isPresent();
        }
    }

    @Test
    void aRunWhoseJournalIsRemovedBeginsNothingMoreAndKeepsItsStateAtTheEnd() throws IOException {
        try (StateTransaction transaction = begin()) {
            transaction.intend(intent("1", "a"));
            transaction.record(created("1", "a"));
            Files.delete(file("journal/000001.jsonl"));
            Files.writeString(file("journal/000001.jsonl"), "of another run");

            assertThat(texts(() -> transaction.intend(intent("2", "b")))).containsExactly("""
                            The journal of this run was removed
                            .corbel/state/production/journal/000001.jsonl is no longer what this run writes. Nothing more is begun.
                            Find out what removed it. What the run has done goes into state at its end.""");
            assertThat(transaction.commit().current(address("a"))).isPresent();
        }
        assertThat(file("journal/000001.jsonl")).hasContent("of another run");
    }

    @Test
    void aRunWhoseFolderIsRemovedKeepsWhatItDid() throws IOException {
        try (StateTransaction transaction = begin()) {
            transaction.intend(intent("1", "a"));
            transaction.record(created("1", "a"));
            Files.move(project.resolve(".corbel"), project.resolve("elsewhere"));
            assertThat(texts(() -> transaction.intend(intent("2", "b")))).containsExactly(LOST);
            assertThat(texts(transaction::commit)).hasSize(2);
        }
        assertThat(rescued("production-2-late.json").state().current(address("a")))
                .isPresent();
    }

    @Test
    void aLockFileThatIsAnotherOneIsNotHeld() throws Exception {
        State before;
        try (StateTransaction transaction = begin()) {
            transaction.record(put("a", "1"));
            before = transaction.commit();
        }
        LocalLock lock = new LocalLock(new StateFolder(project, "production"), new FileDisk());
        try (LocalLock.Held held = lock.acquire(LockHolder.ofThisProcess("push"), Duration.ZERO)) {
            held.check();
            Files.delete(file("lock"));
            assertThatThrownBy(held::check).isInstanceOf(FencedException.class);
            Files.createFile(file("lock"));
            assertThatThrownBy(held::check).isInstanceOf(FencedException.class);
        }
        assertThat(store().read()).isEqualTo(before);
    }

    @Test
    void aSegmentOfAnotherRunIsNeverOverwritten() throws IOException {
        Files.createDirectories(file("journal"));
        Files.writeString(file("journal/000001.jsonl"), "of another run");
        assertThatThrownBy(() -> new FileDisk().createNew(file("journal/000001.jsonl")))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(file("journal/000001.jsonl")).hasContent("of another run");
    }
}
