package dev.corbel.state.conformance;

import static dev.corbel.state.conformance.Samples.created;
import static dev.corbel.state.conformance.Samples.intent;
import static dev.corbel.state.conformance.Samples.put;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.state.StateBackup;
import dev.corbel.state.StateTransaction;
import dev.corbel.state.backend.BackendContext;
import dev.corbel.state.remote.ObjectStore;
import dev.corbel.state.remote.RemoteFailureException;
import dev.corbel.state.remote.RemoteObject;
import dev.corbel.state.remote.RemoteSettings;
import dev.corbel.state.remote.RemoteStateStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every problem with the objects of an environment, in the words that people see. */
class RemoteProblemTest {
    private static final String WAY_BACK =
            "Former states are listed by \"corbel state history\"; \"corbel state restore\" goes back to one.";

    private final Path project;

    private final InMemoryObjectStore place = new InMemoryObjectStore();
    private final Machine machine;

    RemoteProblemTest(@TempDir Path project) {
        this.project = project;
        this.machine = new Machine("run", place, project, new TestTime());
    }

    private void commit(String value) {
        try (StateTransaction transaction = machine.begin()) {
            transaction.record(put("a", value));
            transaction.commit();
        }
    }

    private static String text(ThrowingCallable call) {
        DiagnosticsException problem = catchThrowableOfType(DiagnosticsException.class, call);
        assertThat(problem).isNotNull();
        assertThat(problem.diagnostics()).hasSize(1);
        Diagnostic only = problem.diagnostics().get(0);
        return only.summary() + "\n" + only.detail() + "\n" + only.hint().orElse("");
    }

    private String object(String prefix) {
        return place.contents().keySet().stream()
                .filter(name -> name.startsWith(prefix))
                .reduce((first, last) -> last)
                .orElseThrow();
    }

    private void replace(String name, String old, String replacement) {
        String text = new String(place.contents().get(name), UTF_8);
        assertThat(text).contains(old);
        place.put(name, text.replace(old, replacement).getBytes(UTF_8));
    }

    private void delete(String name) throws IOException {
        place.connect().delete(List.of(name));
    }

    @Test
    void aHeadThatIsGone() throws IOException {
        commit("1");
        delete("head.json");
        String expected = """
                The head of the state is missing
                head.json in memory is gone, but there are snapshots beside it.
                Put it back from a former version of the object. To start anew and forget all that exists, delete the whole folder.""";
        assertThat(text(machine::begin)).isEqualTo(expected);
        assertThat(text(() -> machine.store().read())).isEqualTo(expected);
    }

    @Test
    void aCorruptHead() {
        commit("1");
        replace("head.json", "\"counter\" : ", "\"counter\" : x");
        assertThat(text(machine::begin))
                .isEqualTo("The head of the state is corrupt\nhead.json in memory:4:18: it is not JSON here.\n"
                        + WAY_BACK);
    }

    @Test
    void aHeadOfANewerFormat() {
        commit("1");
        replace("head.json", "\"format\" : 2", "\"format\" : 3");
        assertThat(text(machine::begin)).isEqualTo("""
                        The head of the state has a newer format
                        head.json in memory has format 3; this version of Corbel reads formats up to 2.
                        Use the version of Corbel that wrote it, or a later one.""");
    }

    @Test
    void theHeadOfAnotherEnvironment() {
        commit("1");
        replace("head.json", "\"environment\" : \"production\"", "\"environment\" : \"staging\"");
        assertThat(text(machine::begin)).isEqualTo("""
                        This is the state of another environment
                        head.json in memory is the state of environment "staging", not of "production".
                        Put each state back in its own folder.""");
    }

    @Test
    void aSnapshotThatIsGone() throws IOException {
        commit("1");
        String name = object("snapshots/");
        delete(name);
        String expected = "The snapshot of the state is missing\n" + name
                + " in memory is gone, though head.json names it.\n"
                + "Put it back from a former version of the object. " + WAY_BACK;
        assertThat(text(machine::begin)).isEqualTo(expected);
        assertThat(text(() -> machine.store().read())).isEqualTo(expected);
        assertThat(machine.store().holder()).isEmpty();
    }

    @Test
    void aSnapshotThatIsNotWhatWasWritten() {
        commit("1");
        String name = object("snapshots/");
        replace(name, "\"1\"", "\"2\"");
        assertThat(text(machine::begin))
                .isEqualTo("The snapshot of the state is not what was written\n" + name
                        + " in memory has another SHA-256 than head.json says.\n"
                        + "Put it back from a former version of the object. " + WAY_BACK);
    }

    @Test
    void aSnapshotInThePlaceOfAnotherOne() {
        commit("1");
        String first = object("snapshots/");
        commit("2");
        String head = new String(place.contents().get("head.json"), UTF_8);
        String second = head.replaceAll("(?s).*?\"snapshot\" : \\{\\s*\"name\" : \"([^\"]*)\".*", "$1");
        place.put(second, Objects.requireNonNull(place.contents().get(first)));
        String sum = head.replaceAll("(?s).*?\"snapshot\" : \\{.*?\"sha256\" : \"([^\"]*)\".*", "$1");
        String firstSum = head.replaceAll("(?s).*\"history\" : .*?\"sha256\" : \"([^\"]*)\".*", "$1");
        place.put("head.json", head.replace(sum, firstSum).getBytes(UTF_8));

        String expected = "The snapshot of the state is another one\n" + second
                + " in memory has another serial, lineage or journal than head.json says: one of them was put in the"
                + " place of the right one.\nPut it back from a former version of the object. " + WAY_BACK;
        assertThat(text(machine::begin)).isEqualTo(expected);
        assertThat(text(() -> machine.store().read())).isEqualTo(expected);
    }

    @Test
    void aFormerStateInThePlaceOfAnotherOne() {
        commit("1");
        commit("2");
        String newest = object("snapshots/");
        commit("3");
        StateBackup former = machine.store().backups().get(0);
        String head = new String(place.contents().get("head.json"), UTF_8);
        place.put(
                "head.json",
                head.replaceFirst("\"serial\" : 2", "\"serial\" : 7").getBytes(UTF_8));

        assertThat(former.name()).isEqualTo(newest);
        assertThat(text(() -> machine.store().backup(machine.store().backups().get(0))))
                .startsWith("The snapshot of the state is another one\n" + newest + " in memory has another serial");
    }

    @Test
    void aHeadThatSomethingElseHasALeaseOn() throws IOException {
        TestTime time = new TestTime();
        InMemoryObjectStore leasing = InMemoryObjectStore.withLeases(time, Duration.ofDays(1000));
        Machine run = new Machine("run", leasing, project, time);
        run.begin().close();
        leasing.connect().lease("head.json");
        long start = time.nanos();

        assertThat(text(run::begin)).isEqualTo("""
                        The state of environment "production" cannot be locked
                        Nobody holds its lock, but something else has a lease on head.json in memory.
                        Find out what it is, and break the lease where it is not needed.""");
        assertThat(Duration.ofNanos(time.nanos() - start)).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void whatAnEnvironmentLeftThatWasHereBeforeIsNotInTheWay() throws IOException {
        for (int run = 0; run < 3; run++) {
            Machine killed = new Machine("killed", place, project, new TestTime());
            killed.begin().record(put("a", "1"));
            killed.kill();
            commit("1");
        }
        assertThat(place.contents().keySet()).anyMatch(name -> name.startsWith("journal/"));
        for (String name : place.contents().keySet()) {
            if (!name.startsWith("journal/")) {
                delete(name);
            }
        }

        for (int serial = 1; serial <= 5; serial++) {
            commit(String.valueOf(serial + 1));
            assertThat(machine.store().read().serial()).isEqualTo(serial);
        }
    }

    @Test
    void aCorruptJournal() {
        try (StateTransaction transaction = machine.begin()) {
            transaction.intend(intent("1", "a"));
            transaction.record(created("1", "a"));
        }
        replace("journal/000001/000001", "\"create\"", "\"delete\"");
        assertThat(text(machine::begin)).isEqualTo("""
                        The journal is corrupt
                        journal/000001/000001 in memory:2:1: the entry is not what was written.
                        It records what an interrupted run did, so it was left as it is. Compare what it says with what exists, then move the object away and import or delete what is missing from state.""");
        byte[] cut = java.util.Arrays.copyOf(place.contents().get("journal/000001/000002"), 40);
        place.put("journal/000001/000002", cut);
        assertThat(text(() -> machine.store().read())).startsWith("The journal is corrupt\n");
        assertThat(machine.store().holder()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{\"entry\":\"journal\"}\n",
                "{\"sealed_by\":2} \n",
                "{\"sealed_by\":2}\n1 0 7 d8b310f6 {}\n",
                "\0\0\0"
            })
    void aJournalOfWhichNothingIsLeft(String instead) throws IOException {
        try (StateTransaction transaction = machine.begin()) {
            transaction.record(put("a", "1"));
        }
        place.put("journal/000001/000001", instead.getBytes(UTF_8));
        assertThat(text(machine::begin)).startsWith("The journal is corrupt\njournal/000001/000001 in memory:1:1: ");
        assertThat(text(() -> machine.store().read())).startsWith("The journal is corrupt\n");
        assertThat(place.contents().get("journal/000001/000001")).isEqualTo(instead.getBytes(UTF_8));
    }

    @Test
    void aJournalWithAGap() throws IOException {
        try (StateTransaction transaction = machine.begin()) {
            for (String name : List.of("a", "b", "c")) {
                transaction.record(put(name, "1"));
            }
        }
        delete("journal/000001/000002");
        assertThat(text(machine::begin))
                .startsWith(
                        "The journal is corrupt\njournal/000001/000003 in memory:1:1: entry 3 is expected and entry 5"
                                + " found; segment 3 begins here, and entries before it are missing.\n");
    }

    @Test
    void aFormerStateThatIsNoLongerKept() {
        commit("1");
        assertThat(text(() -> machine.store().backup(new StateBackup("snapshots/x.json", 7, Instant.EPOCH))))
                .isEqualTo("""
                        The former state is no longer there
                        snapshots/x.json in memory of serial 7 is no longer kept.
                        See which ones there are with "corbel state history".""");
    }

    @Test
    void aPlaceThatCannotBeReached() {
        commit("1");
        machine.objects().set(Trouble.stopAfter(0));
        String reason = "\nCannot get head.json in memory: unreachable.\n";
        assertThat(text(() -> machine.store().read()))
                .isEqualTo("Cannot read the state of environment \"production\"" + reason
                        + "Run the command again when the backend can be reached.");
        assertThat(text(machine::begin))
                .isEqualTo("Cannot lock the state of environment \"production\"" + reason
                        + "Nothing was changed. Run the command again when the backend can be reached.");
        assertThat(text(() -> machine.store().unlock("id")))
                .startsWith("Cannot lock the state of environment \"production\"" + reason);
        assertThat(text(() -> machine.store().holder()))
                .startsWith("Cannot read the state of environment \"production\"" + reason);
    }

    @Test
    void aPlaceThatSaysWhatToDo() {
        RemoteStateStore store = new RemoteStateStore(
                new Denied(),
                new BackendContext(project, "production", "0.1.0"),
                RemoteSettings.standard().faster(1000));
        assertThat(text(store::read)).isEqualTo("""
                        Cannot read the state of environment "production"
                        Access to the cupboard is denied.
                        Ask for the key.""");
    }

    /** A store that lets nobody in. */
    private static final class Denied implements ObjectStore {
        private static RemoteFailureException denied() {
            return new RemoteFailureException("Access to the cupboard is denied", "Ask for the key.", null);
        }

        @Override
        public Optional<RemoteObject> get(String name) throws IOException {
            throw denied();
        }

        @Override
        public String create(String name, byte[] data) throws IOException {
            throw denied();
        }

        @Override
        public String replace(String name, byte[] data, String version) throws IOException {
            throw denied();
        }

        @Override
        public List<String> list(String prefix) throws IOException {
            throw denied();
        }

        @Override
        public void delete(Collection<String> names) throws IOException {
            throw denied();
        }

        @Override
        public String description() {
            return "the cupboard";
        }

        @Override
        public void close() {}
    }
}
