package dev.corbel.state.local;

import static dev.corbel.state.Samples.address;
import static dev.corbel.state.Samples.created;
import static dev.corbel.state.Samples.intent;
import static dev.corbel.state.Samples.object;
import static dev.corbel.state.Samples.put;
import static dev.corbel.state.Samples.replacement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.corbel.state.StateTransaction;
import dev.corbel.state.journal.Intent;
import dev.corbel.state.journal.Result;
import dev.corbel.state.model.LockHolder;
import dev.corbel.state.model.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalStateStoreTest {
    @TempDir
    Path project;

    private LocalStateStore store() {
        return new LocalStateStore(project, "production", "0.1.0");
    }

    private StateTransaction begin() {
        return store().begin(LockHolder.ofThisProcess("apply production"), Duration.ZERO);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(project)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> project.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void readsEmptyStateWhereThereIsNoneAndMakesNoFiles() throws IOException {
        assertThat(store().read()).isEqualTo(State.empty("production"));
        assertThat(files()).isEmpty();
    }

    @Test
    void writesNoStateWhenNothingChanged() throws IOException {
        try (StateTransaction transaction = begin()) {
            assertThat(transaction.commit()).isEqualTo(State.empty("production"));
        }
        assertThat(files()).containsExactly(".corbel/state/production/lock");
    }

    @Test
    void writesNoStateWhenAllCallsFailed() throws IOException {
        try (StateTransaction transaction = begin()) {
            transaction.intend(intent("1", "a"));
            transaction.record(new Result(Optional.of("1"), List.of()));
            assertThat(transaction.commit()).isEqualTo(State.empty("production"));
        }
        assertThat(files()).containsExactly(".corbel/state/production/lock");
    }

    @Test
    void keepsWhatWasCommitted() throws IOException {
        State committed;
        try (StateTransaction transaction = begin()) {
            transaction.intend(intent("1", "a"));
            transaction.record(created("1", "a"));
            assertThat(transaction.current().current(address("a"))).contains(object("a"));
            committed = transaction.commit();
        }
        assertThat(committed.serial()).isEqualTo(1);
        assertThat(committed.lineage()).hasSize(36);
        assertThat(store().read()).isEqualTo(committed);
        assertThat(files()).containsExactly(".corbel/state/production/lock", ".corbel/state/production/state.json");
    }

    @Test
    void keepsTheLineageAndCountsTheSerial() {
        State first = commit(put("a", "1"));
        State second = commit(put("a", "2"));
        assertThat(second.lineage()).isEqualTo(first.lineage());
        assertThat(second.serial()).isEqualTo(2);
    }

    @Test
    void goesOnAfterACommit() {
        try (StateTransaction transaction = begin()) {
            transaction.record(put("a", "1"));
            transaction.commit();
            transaction.record(put("b", "1"));
            assertThat(transaction.commit().serial()).isEqualTo(2);
            assertThat(transaction.commit().serial()).isEqualTo(2);
        }
        assertThat(store().read().instances().keySet()).containsExactlyInAnyOrder(address("a"), address("b"));
    }

    @Test
    void readsWhatARunHasJournalledSoFar() {
        commit(put("a", "1"));
        try (StateTransaction transaction = begin()) {
            transaction.record(put("b", "1"));
            State seen = store().read();
            assertThat(seen.instances().keySet()).containsExactlyInAnyOrder(address("a"), address("b"));
            assertThat(seen.serial()).isEqualTo(1);
        }
    }

    @Test
    void takesOverWhatARunLeftInTheJournal() {
        try (StateTransaction transaction = begin()) {
            transaction.intend(intent("1", "a"));
            transaction.record(created("1", "a"));
            transaction.intend(intent("2", "b"));
        }
        try (StateTransaction transaction = begin()) {
            assertThat(transaction.initial().serial()).isEqualTo(1);
            assertThat(transaction.initial().current(address("a"))).contains(object("a"));
            assertThat(transaction.interrupted()).containsExactly(intent("2", "b"));
        }
    }

    @Test
    void deposesWhatIsToBeReplacedTogetherWithTheIntent() {
        commit(put("a", "1"));
        Intent replacement = replacement("1", "a", "key");
        try (StateTransaction transaction = begin()) {
            transaction.intend(replacement);
            assertThat(transaction.current().current(address("a"))).isEmpty();
            assertThat(transaction
                            .current()
                            .instance(address("a"))
                            .orElseThrow()
                            .deposed())
                    .containsExactly(entry("key", object("1")));
        }
        for (int run = 0; run < 2; run++) {
            try (StateTransaction transaction = begin()) {
                assertThat(transaction.interrupted()).containsExactly(replacement);
                assertThat(transaction
                                .initial()
                                .instance(address("a"))
                                .orElseThrow()
                                .deposed())
                        .containsExactly(entry("key", object("1")));
                // Only the intent in the journal deposes, not the one that is handed on.
                transaction.record(put("a", "imported"));
                transaction.commit();
            }
        }
        assertThat(store().read().current(address("a"))).contains(object("imported"));
    }

    @Test
    void handsAnInterruptedIntentFromRunToRunUntilItIsResolved() {
        try (StateTransaction transaction = begin()) {
            transaction.intend(intent("1", "a"));
        }
        commit(put("b", "1"));
        commit(put("c", "1"));
        try (StateTransaction transaction = begin()) {
            assertThat(transaction.interrupted()).containsExactly(intent("1", "a"));
            transaction.record(created("1", "a"));
            assertThat(transaction.interrupted()).isEmpty();
            transaction.commit();
        }
        try (StateTransaction transaction = begin()) {
            assertThat(transaction.interrupted()).isEmpty();
            assertThat(transaction.initial().current(address("a"))).contains(object("a"));
        }
    }

    @Test
    void keepsWhatWasRecordedForLaterWhenTheRunEnds() {
        try (StateTransaction transaction = begin()) {
            transaction.recordLater(put("a", "1"));
        }
        assertThat(store().read().current(address("a"))).contains(object("1"));
    }

    @Test
    void isForItsOwnerAlone() throws IOException {
        commit(put("a", "1"));
        try (StateTransaction transaction = begin();
                Stream<Path> made = Files.walk(project.resolve(".corbel"))) {
            transaction.record(put("a", "2"));
            assertThat(made.map(LocalStateStoreTest::permissions))
                    .containsExactlyInAnyOrder(
                            ".corbel rwx------",
                            "state rwx------",
                            "production rwx------",
                            "journal rwx------",
                            "000001.jsonl rw-------",
                            "state.json rw-------",
                            "lock rw-------",
                            "lock.json rw-------");
        }
    }

    private static String permissions(Path path) {
        try {
            return path.getFileName() + " " + PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        } catch (IOException gone) {
            throw new java.io.UncheckedIOException(gone);
        }
    }

    private State commit(Result result) {
        try (StateTransaction transaction = begin()) {
            transaction.record(result);
            return transaction.commit();
        }
    }
}
