package dev.corbel.planner.apply;

import static dev.corbel.planner.apply.TestPlan.address;
import static dev.corbel.planner.apply.TestPlan.declared;
import static dev.corbel.planner.apply.TestPlan.reference;
import static dev.corbel.planner.apply.TestProject.story;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corbel.planner.session.Sessions;
import dev.corbel.providers.api.IdentityClass;
import dev.corbel.providers.api.ProviderCatalog;
import dev.corbel.providers.api.ProviderContext;
import dev.corbel.providers.api.ProviderKey;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.state.StateTransaction;
import dev.corbel.state.journal.Intent;
import dev.corbel.state.journal.Result;
import dev.corbel.state.model.ProviderRecord;
import dev.corbel.state.model.ResourceInstance;
import dev.corbel.state.model.State;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A disk that fills up: nothing is done that cannot be recorded, and what was done is still told. */
class BrokenJournalTest {
    @TempDir
    private Path folder;

    @Test
    void nothingIsBegunOnceTheJournalCannotBeWritten() {
        ScriptedProvider fake = new ScriptedProvider();
        ProviderCatalog catalog = new ProviderCatalog(List.of(fake));
        TestPlan plan = new TestPlan(catalog, State.empty("test"))
                .create(declared("fake_object.a"))
                .create(declared("fake_object.b").with("value", reference("fake_object.a", "id")), 0)
                .create(declared("fake_object.c"), 1)
                .create(declared("fake_object.d"), 0);

        ApplyResult result;
        try (Sessions sessions = new Sessions(catalog, ProviderContext.system(folder, "test"))) {
            ApplyRequest request = ApplyRequest.of(plan.build()).withParallelism(1);
            result = new Applier(catalog, sessions).apply(request, new FullDisk());
        }

        assertThat(fake.calls).containsExactly("create fake_object.a");
        assertThat(story(result))
                .containsExactly(
                        "CREATE fake_object.a DONE",
                        "CREATE fake_object.b FAILED",
                        "CREATE fake_object.c SKIPPED because of fake_object.b",
                        "CREATE fake_object.d SKIPPED");
        assertThat(result.diagnostics())
                .extracting(TestProject::text)
                .containsExactly("fake_object.b: The disk is full\n", "The disk is full\n");
        assertThat(result.succeeded()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anObjectServesOnWhereItsReplacementCannotBeAnnounced(boolean theOutageEnds) throws IOException {
        ScriptedProvider fake = new ScriptedProvider();
        ProviderCatalog catalog = new ProviderCatalog(List.of(fake));
        TestProject project = new TestProject(folder, fake);
        project.apply(project.plan().create(declared("fake_object.a")));
        Map<Address, ResourceInstance> before = project.state().instances();
        TestPlan plan = project.plan().createFirst(declared("fake_object.a").with("value", "new"), "key");
        fake.calls.clear();

        ApplyResult result;
        try (StateTransaction transaction = new Outage(project.begin(), folder, theOutageEnds);
                Sessions sessions = new Sessions(catalog, ProviderContext.system(folder, "test"))) {
            result = new Applier(catalog, sessions).apply(ApplyRequest.of(plan.build()), transaction);
        }

        assertThat(fake.calls).isEmpty();
        assertThat(story(result)).containsExactly("CREATE fake_object.a FAILED");
        assertThat(result.state().instances()).isEqualTo(before);
        assertThat(project.state().instances()).isEqualTo(before);
    }

    @Test
    void nothingIsDoneForACallThatComesTooLate() {
        TestProject project = new TestProject(folder, new ScriptedProvider());
        project.apply(project.plan().create(declared("fake_object.a")));
        try (StateTransaction transaction = project.begin()) {
            State before = transaction.current();
            Recorder recorder = new Recorder(transaction, new KnownObjects(before));
            recorder.close();

            assertThatThrownBy(() -> recorder.intend(new Intent(
                            "operation",
                            address("fake_object.a"),
                            Intent.Action.CREATE,
                            new ProviderRecord(ProviderKey.of("fake"), MapValue.EMPTY),
                            IdentityClass.NONE,
                            MapValue.EMPTY,
                            Optional.empty(),
                            Optional.of("key"),
                            "")))
                    .isInstanceOf(Recorder.AbandonedException.class);

            assertThat(transaction.current()).isEqualTo(before);
        }
    }

    /** State in a place whose journal cannot be written, at least until the end. */
    private static final class Outage implements StateTransaction {
        private final StateTransaction transaction;
        private final Path journal;
        private final boolean ends;

        Outage(StateTransaction transaction, Path folder, boolean ends) throws IOException {
            this.transaction = transaction;
            this.journal = folder.resolve(".corbel/state/test/journal");
            this.ends = ends;
            // A file where there has to be a folder.
            Files.deleteIfExists(journal);
            Files.createFile(journal);
        }

        @Override
        public State initial() {
            return transaction.initial();
        }

        @Override
        public List<Intent> interrupted() {
            return transaction.interrupted();
        }

        @Override
        public void intend(Intent intent) {
            transaction.intend(intent);
        }

        @Override
        public void record(Result result) {
            transaction.record(result);
        }

        @Override
        public void recordLater(Result result) {
            transaction.recordLater(result);
        }

        @Override
        public State current() {
            return transaction.current();
        }

        @Override
        public State commit() {
            if (!ends) {
                throw FullDisk.full();
            }
            end();
            return transaction.commit();
        }

        @Override
        public void close() {
            transaction.close();
            end();
        }

        private void end() {
            try {
                Files.deleteIfExists(journal);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    /** Has room for one intent. */
    private static final class FullDisk implements StateTransaction {
        private int intents;

        @Override
        public State initial() {
            return State.empty("test");
        }

        @Override
        public List<Intent> interrupted() {
            return List.of();
        }

        @Override
        public void intend(Intent intent) {
            intents++;
            if (intents > 1) {
                throw full();
            }
        }

        @Override
        public void record(Result result) {}

        @Override
        public State current() {
            return State.empty("test");
        }

        @Override
        public State commit() {
            throw full();
        }

        @Override
        public void close() {}

        private static DiagnosticsException full() {
            return new DiagnosticsException(Diagnostic.error("The disk is full", ""));
        }
    }
}
