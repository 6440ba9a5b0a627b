package dev.corbel.planner.apply;

import static dev.corbel.planner.apply.TestPlan.declared;
import static dev.corbel.planner.apply.TestPlan.reference;
import static dev.corbel.planner.apply.TestProject.story;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.planner.session.Sessions;
import dev.corbel.providers.api.ProviderCatalog;
import dev.corbel.providers.api.ProviderContext;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.state.StateTransaction;
import dev.corbel.state.journal.Intent;
import dev.corbel.state.journal.Result;
import dev.corbel.state.model.State;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
