package dev.corbel.state.local;

import static dev.corbel.state.Samples.address;
import static dev.corbel.state.Samples.intent;
import static dev.corbel.state.Samples.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.state.StateTransaction;
import dev.corbel.state.encryption.StateEncryption;
import dev.corbel.state.journal.JournalEntry;
import dev.corbel.state.journal.JournalWriter;
import dev.corbel.state.journal.Result;
import dev.corbel.state.json.JournalJson;
import dev.corbel.state.model.LockHolder;
import dev.corbel.state.model.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Journals of several segments, as runs leave them that are very long. */
class SegmentsTest {
    @TempDir
    Path project;

    private LocalFiles files() {
        return LocalFiles.of(
                new StateFolder(project, "production"),
                FaultyDisk.endless(),
                3,
                "0.1.0",
                StateEncryption.none("production"));
    }

    private StateTransaction begin() {
        return new LocalStateStore(project, "production", "0.1.0")
                .begin(LockHolder.ofThisProcess("apply"), Duration.ZERO);
    }

    /** A journal with a segment for each line. */
    private void write(String journal, String lineage, long serial, List<byte[]> lines) throws IOException {
        LocalFiles files = files();
        try (JournalWriter writer = new JournalWriter(
                number -> files.journal().create().segment(),
                number -> JournalJson.write(new JournalEntry.Header("production", lineage, serial, journal, number)),
                1)) {
            for (byte[] line : lines) {
                writer.append(line);
            }
        }
    }

    private void writeThree(String journal, String lineage, long serial) throws IOException {
        write(
                journal,
                lineage,
                serial,
                List.of(
                        JournalJson.write(put("a", journal)),
                        JournalJson.write(put("b", journal)),
                        JournalJson.write(intent("op", "c"))));
    }

    private Path segment(int number) {
        return project.resolve(".corbel/state/production/journal/%06d.jsonl".formatted(number));
    }

    private static String text(DiagnosticsException problem) {
        Diagnostic only = problem.diagnostics().get(0);
        return only.summary() + "\n" + only.detail();
    }

    private String problem() {
        return text(catchThrowableOfType(DiagnosticsException.class, this::begin));
    }

    @Test
    void areFoldedInTheirOrder() throws IOException {
        writeThree("one", "lineage", 0);
        assertThat(segment(3)).exists();
        try (StateTransaction transaction = begin()) {
            assertThat(transaction.initial().lineage()).isEqualTo("lineage");
            assertThat(transaction.initial().serial()).isEqualTo(1);
            assertThat(transaction.initial().instances().keySet())
                    .containsExactlyInAnyOrder(address("a"), address("b"));
            assertThat(transaction.interrupted()).containsExactly(intent("op", "c"));
        }
        assertThat(segment(1)).doesNotExist();
        assertThat(segment(3)).doesNotExist();
    }

    @Test
    void thatASnapshotHoldsAreNotFoldedAgain() throws IOException {
        writeThree("one", "lineage", 0);
        byte[] second = Files.readAllBytes(segment(2));
        begin().close();
        State changed;
        try (StateTransaction transaction = begin()) {
            assertThat(transaction.initial().current(address("b"))).isPresent();
            changed = transaction.initial();
        }
        Files.write(segment(2), second);
        try (StateTransaction transaction = begin()) {
            assertThat(transaction.initial()).isEqualTo(changed);
        }
        assertThat(segment(2)).doesNotExist();
    }

    @Test
    void thatHoldNothingInTheEndLeaveNothingBehind() throws IOException {
        write(
                "one",
                "lineage",
                0,
                List.of(
                        JournalJson.write(intent("op", "a")),
                        JournalJson.write(new Result(Optional.of("op"), List.of()))));
        try (StateTransaction transaction = begin()) {
            assertThat(transaction.initial().serial()).isZero();
            assertThat(transaction.interrupted()).isEmpty();
        }
        assertThat(segment(1)).doesNotExist();
        assertThat(segment(2)).doesNotExist();
    }

    @Test
    void thatAreMissingAreAnError() throws IOException {
        writeThree("one", "lineage", 0);
        Files.delete(segment(2));
        assertThat(problem())
                .isEqualTo("The journal is corrupt\n.corbel/state/production/journal/000003.jsonl:1:1: entry 3 is"
                        + " expected and entry 5 found; segment 3 begins here, and entries before it are missing.");
        assertThat(segment(1)).exists();
    }

    @Test
    void thatAreCutOffBeforeTheLastAreAnError() throws IOException {
        writeThree("one", "lineage", 0);
        byte[] whole = Files.readAllBytes(segment(2));
        Files.write(segment(2), java.util.Arrays.copyOf(whole, whole.length - 4));
        assertThat(problem())
                .isEqualTo("The journal is corrupt\n.corbel/state/production/journal/000002.jsonl:2:1: the entry is not"
                        + " what was written.");
    }

    @Test
    void ofTwoRunsAtOnceAreAnError() throws IOException {
        writeThree("one", "lineage", 0);
        writeThree("two", "lineage", 0);
        assertThat(problem())
                .isEqualTo(
                        "A journal does not belong to the state\n.corbel/state/production/journal/000004.jsonl and the"
                                + " segment before it were written by two runs at once.");
    }

    @Test
    void thatGoOnFromAStateThatIsGoneAreAnError() throws IOException {
        writeThree("one", "lineage", 4);
        assertThat(problem())
                .isEqualTo(
                        "A journal does not belong to the state\n.corbel/state/production/journal/000001.jsonl goes on"
                                + " from serial 4 of lineage lineage, but the state has serial 0.");
    }

    @Test
    void loseNothingOfThirtyTwoThreads() throws Exception {
        try (StateTransaction transaction = begin()) {
            Thread[] threads = new Thread[32];
            for (int i = 0; i < threads.length; i++) {
                String name = "t" + i;
                threads[i] = new Thread(() -> {
                    for (int j = 0; j < 20; j++) {
                        String operation = name + "-" + j;
                        transaction.intend(intent(operation, operation));
                        if (j % 2 == 0) {
                            transaction.record(put(operation, "1"));
                        }
                    }
                });
                threads[i].start();
            }
            for (Thread thread : threads) {
                thread.join();
            }
        }
        try (StateTransaction transaction = begin()) {
            assertThat(transaction.initial().instances()).hasSize(320);
            assertThat(transaction.interrupted()).hasSize(640);
        }
    }
}
