package dev.corbel.state.local;

import static dev.corbel.state.Samples.address;
import static dev.corbel.state.Samples.intent;
import static dev.corbel.state.Samples.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.state.StateBackup;
import dev.corbel.state.StateTransaction;
import dev.corbel.state.json.StateDocument;
import dev.corbel.state.model.LockHolder;
import dev.corbel.state.model.State;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PushTest {
    @TempDir
    Path project;

    private LocalStateStore store(String environment) {
        return new LocalStateStore(project, environment, "0.1.0", 2);
    }

    private State commit(String environment, String name, String value) {
        try (StateTransaction transaction =
                store(environment).begin(LockHolder.ofThisProcess("apply"), Duration.ZERO)) {
            transaction.record(put(name, value));
            return transaction.commit();
        }
    }

    private State push(StateDocument document, boolean force) {
        return store("production").push(document, force, LockHolder.ofThisProcess("state push"), Duration.ZERO);
    }

    private static StateDocument with(StateDocument document, State state) {
        return new StateDocument(state, document.engineVersion(), document.journal(), document.interrupted());
    }

    private String refusal(StateDocument document) {
        StateDocument before = store("production").pull();
        DiagnosticsException problem = catchThrowableOfType(DiagnosticsException.class, () -> push(document, false));
        assertThat(store("production").pull()).isEqualTo(before);
        Diagnostic only = problem.diagnostics().get(0);
        assertThat(only.hint())
                .contains("Nothing was changed. With --force it takes the place of what is there, which is kept as a"
                        + " backup.");
        return only.summary() + "\n" + only.detail();
    }

    @Test
    void pullsAllThatIsKept() {
        commit("production", "a", "1");
        try (StateTransaction transaction =
                store("production").begin(LockHolder.ofThisProcess("apply"), Duration.ZERO)) {
            transaction.record(put("b", "1"));
            transaction.intend(intent("op", "c"));
            StateDocument pulled = store("production").pull();
            assertThat(pulled.state().instances().keySet()).containsExactlyInAnyOrder(address("a"), address("b"));
            assertThat(pulled.interrupted()).containsExactly(intent("op", "c"));
        }
    }

    @Test
    void pushesWhereThereIsNothing() {
        State other = commit("staging", "a", "1");
        StateDocument document = store("staging").pull();
        StateDocument renamed = with(document, other.as("production", other.lineage(), 12));
        assertThat(push(renamed, false)).isEqualTo(renamed.state());
        assertThat(store("production").read()).isEqualTo(renamed.state());
    }

    @Test
    void pushesWhatWasPulledAndEditedUnderAHigherSerial() {
        commit("production", "a", "1");
        StateDocument pulled = store("production").pull();
        State second = commit("production", "a", "2");
        State edited = pulled.state().as("production", second.lineage(), 3);
        assertThat(push(with(pulled, edited), false)).isEqualTo(edited);
        assertThat(store("production").backups())
                .extracting(StateBackup::serial)
                .containsExactly(2L, 1L);
    }

    @Test
    void writesNothingWhenThePushedIsWhatIsThere() {
        commit("production", "a", "1");
        commit("production", "a", "2");
        StateDocument pulled = store("production").pull();
        assertThat(push(pulled, false)).isEqualTo(pulled.state());
        assertThat(push(pulled, true)).isEqualTo(pulled.state());
        assertThat(store("production").backups()).hasSize(1);
    }

    @Test
    void refusesAnotherLineage() {
        String present = commit("production", "a", "1").lineage();
        State other = commit("staging", "a", "1");
        StateDocument document = with(store("staging").pull(), other.as("production", other.lineage(), 9));
        assertThat(refusal(document))
                .isEqualTo("The pushed state has another lineage\nIt has lineage " + other.lineage()
                        + ", what is there has " + present + ": they did not come from one another.");
    }

    @Test
    void refusesAnotherEnvironment() {
        commit("production", "a", "1");
        commit("staging", "a", "1");
        assertThat(refusal(store("staging").pull()))
                .isEqualTo("This is the state of another environment\n"
                        + "The pushed state is of environment \"staging\", not of \"production\".");
    }

    @Test
    void refusesAnOlderSerial() {
        commit("production", "a", "1");
        StateDocument old = store("production").pull();
        commit("production", "a", "2");
        assertThat(refusal(old)).isEqualTo("The pushed state is older\nIt has serial 1, what is there has 2.");
    }

    @Test
    void refusesOtherContentUnderTheSameSerial() {
        State first = commit("production", "a", "1");
        StateDocument document = store("production").pull();
        State edited =
                new State("production", first.lineage(), 1, java.util.Map.of(), first.outputs(), first.blueprints());
        assertThat(refusal(with(document, edited)))
                .isEqualTo("The pushed state has the same serial and other content\n"
                        + "Both have serial 1. A state that was edited needs a higher serial.");
    }

    @Test
    void forcesWhatItWouldRefuseUnderASerialThatWasNeverUsed() {
        State first = commit("production", "a", "1");
        StateDocument old = store("production").pull();
        commit("production", "a", "2");
        State forced = push(old, true);
        assertThat(forced).isEqualTo(first.as("production", first.lineage(), 3));
        commit("staging", "b", "1");
        State replaced = push(store("staging").pull(), true);
        assertThat(replaced.environment()).isEqualTo("production");
        assertThat(replaced.serial()).isEqualTo(4);
        assertThat(store("production").read()).isEqualTo(replaced);
        assertThat(commit("production", "c", "1").lineage()).isEqualTo(replaced.lineage());
    }

    @Test
    void keepsAsManyBackupsAsWereAskedFor() {
        for (int i = 1; i <= 6; i++) {
            commit("production", "a", String.valueOf(i));
        }
        List<StateBackup> backups = store("production").backups();
        assertThat(backups)
                .extracting(StateBackup::name)
                .containsExactly(
                        ".corbel/state/production/backups/000005-serial-5.json",
                        ".corbel/state/production/backups/000004-serial-4.json");
        assertThat(backups).allMatch(backup -> backup.written().isAfter(java.time.Instant.EPOCH));
    }

    @Test
    void readsWhatABackupHolds() throws java.io.IOException {
        State first = commit("production", "a", "1");
        commit("production", "a", "2");
        StateBackup backup = store("production").backups().get(0);
        assertThat(store("production").backup(backup).state()).isEqualTo(first);
        Path file = project.resolve(backup.name());
        java.nio.file.Files.writeString(file, "{");
        assertThat(problemOf(backup)).isEqualTo("""
                The former state is corrupt
                .corbel/state/production/backups/000001-serial-1.json:1:2: it ends too early.
                Choose another one.""");
        java.nio.file.Files.delete(file);
        assertThat(problemOf(backup)).isEqualTo("""
                The former state is no longer there
                .corbel/state/production/backups/000001-serial-1.json of serial 1 was deleted meanwhile.
                See which ones there are with "corbel state history".""");
    }

    private String problemOf(StateBackup backup) {
        Diagnostic problem = catchThrowableOfType(
                        DiagnosticsException.class, () -> store("production").backup(backup))
                .diagnostics()
                .get(0);
        return problem.summary() + "\n" + problem.detail() + "\n"
                + problem.hint().orElse("");
    }

    @Test
    void keepsNoBackupsWhenNoneWereAskedFor() {
        for (int i = 1; i <= 3; i++) {
            try (StateTransaction transaction = new LocalStateStore(project, "production", "0.1.0", 0)
                    .begin(LockHolder.ofThisProcess("apply"), Duration.ZERO)) {
                transaction.record(put("a", String.valueOf(i)));
                transaction.commit();
            }
        }
        assertThat(store("production").backups()).isEmpty();
    }
}
