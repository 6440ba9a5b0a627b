package dev.corbel.planner.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corbel.planner.PlanOptions;
import dev.corbel.planner.PlanRequest;
import dev.corbel.planner.Planner;
import dev.corbel.planner.apply.Applier;
import dev.corbel.planner.plan.Plan;
import dev.corbel.planner.plan.PlanMode;
import dev.corbel.planner.saved.PlanFile;
import dev.corbel.planner.saved.PlanLoader;
import dev.corbel.planner.saved.SavedPlan;
import dev.corbel.planner.testing.Fixture;
import dev.corbel.providers.api.IdentityClass;
import dev.corbel.providers.api.ProviderKey;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.state.StateTransaction;
import dev.corbel.state.encryption.StateEncryption;
import dev.corbel.state.journal.Intent;
import dev.corbel.state.local.LocalStateStore;
import dev.corbel.state.model.LockHolder;
import dev.corbel.state.model.ProviderRecord;
import dev.corbel.state.model.State;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineRunTest {
    private static final LockHolder HOLDER = new LockHolder("id", "test", "host", 1, "apply test", Instant.EPOCH);

    @TempDir
    private Path folder;

    private final Fixture given = new Fixture();
    private LocalStateStore store = new LocalStateStore(Path.of("."), "test", "0.1.0");

    @BeforeEach
    void open() {
        store = new LocalStateStore(folder, "test", "0.1.0");
    }

    @Test
    void anApprovedPlanIsAppliedUnderTheLockThatItWasMadeUnder() {
        given.resource("corbel_data.a").with("input", "x");
        AtomicReference<String> lock = new AtomicReference<>("");

        RunResult result = run(this::planned, plan -> {
            lock.set(store.holder().map(LockHolder::command).orElse("nobody"));
            return true;
        });

        assertThat(result).isInstanceOf(RunResult.Applied.class);
        assertThat(lock).hasValue("apply test");
        assertThat(store.holder()).isEmpty();
        assertThat(store.read().instances()).containsOnlyKeys(Fixture.address("corbel_data.a"));
    }

    @Test
    void aPlanThatIsNotApprovedChangesNothing() {
        given.resource("corbel_data.a").with("input", "x");

        RunResult result = run(this::planned, plan -> false);

        assertThat(result).isInstanceOf(RunResult.Declined.class);
        assertThat(store.read()).isEqualTo(State.empty("test"));
        assertThat(store.holder()).isEmpty();
    }

    @Test
    void aPlanWithErrorsIsNeverAskedAbout() {
        given.resource("fake_object.a").with("size", "huge");

        RunResult result = run(this::planned, plan -> {
            throw new AssertionError("asked");
        });

        assertThat(result).isInstanceOf(RunResult.Errored.class);
        assertThat(store.holder()).isEmpty();
    }

    @Test
    void aPlanWithoutChangesIsAppliedWithoutAsking() {
        RunResult result = run(this::planned, plan -> {
            throw new AssertionError("asked");
        });

        assertThat(result).isInstanceOf(RunResult.Applied.class);
        assertThat(store.read().serial()).isZero();
    }

    @Test
    void theLockIsReleasedWhereThereIsNoPlan() {
        DiagnosticsException problem = new DiagnosticsException(Diagnostic.error("A circle", ""));

        assertThatThrownBy(() -> run(
                        state -> {
                            throw problem;
                        },
                        plan -> true))
                .isSameAs(problem);
        assertThat(store.holder()).isEmpty();
    }

    @Test
    void aSavedPlanIsAppliedOnceAndIsStaleAfterwards() {
        given.resource("corbel_data.a").with("input", "x");
        Path file = folder.resolve("plan");
        PlanFile.write(
                SavedPlan.of(
                        planned(new OpenedState(store.read(), List.of(), List.of())),
                        "0.1.0",
                        "here",
                        given.catalog,
                        "{}"),
                file,
                StateEncryption.none("test"));

        RunResult first = run(state -> loaded(file, state), plan -> true, request -> request.withSaved(true));

        assertThat(first).isInstanceOfSatisfying(RunResult.Applied.class, applied -> assertThat(
                        applied.result().succeeded())
                .isTrue());
        assertThatThrownBy(() -> run(state -> loaded(file, state), plan -> true))
                .isInstanceOfSatisfying(DiagnosticsException.class, thrown -> assertThat(
                                thrown.diagnostics().get(0).summary())
                        .isEqualTo("Saved plan is stale"));
        assertThat(store.holder()).isEmpty();
        assertThat(store.read().serial()).isEqualTo(1);
    }

    @Test
    void callsThatAnEarlierRunLeftOpenAreWarnedAbout() {
        try (StateTransaction transaction = store.begin(HOLDER, Duration.ZERO)) {
            transaction.intend(new Intent(
                    "op-1",
                    Fixture.address("fake_object.a"),
                    Intent.Action.CREATE,
                    new ProviderRecord(ProviderKey.of("fake"), MapValue.EMPTY),
                    IdentityClass.NONE,
                    MapValue.EMPTY,
                    Optional.empty(),
                    Optional.empty(),
                    "digest"));
        }
        List<OpenedState> seen = new ArrayList<>();

        run(
                state -> {
                    seen.add(state);
                    return planned(state);
                },
                plan -> true);

        assertThat(seen.get(0).interrupted()).extracting(Intent::operation).containsExactly("op-1");
        assertThat(seen.get(0).warnings())
                .extracting(Diagnostic::summary, Diagnostic::detail)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        "An earlier run ended during the create of fake_object.a",
                        "What came of it was never recorded: the create may have had its effect or not. The operation's"
                                + " id is op-1."));
    }

    private RunResult run(Function<OpenedState, Plan> planning, Predicate<Plan> approval) {
        return run(planning, approval, UnaryOperator.identity());
    }

    private RunResult run(
            Function<OpenedState, Plan> planning,
            Predicate<Plan> approval,
            UnaryOperator<dev.corbel.planner.apply.ApplyRequest> settings) {
        return new EngineRun(store, HOLDER, Duration.ZERO, new Applier(given.catalog, given.sessions))
                .run(planning, approval, settings);
    }

    private Plan planned(OpenedState opened) {
        return new Planner()
                .plan(new PlanRequest(
                        given.definition(),
                        Map.of(),
                        opened.state(),
                        given.catalog,
                        given.sessions,
                        PlanOptions.of(PlanMode.NORMAL)));
    }

    private Plan loaded(Path file, OpenedState opened) {
        return new PlanLoader("0.1.0", given.catalog)
                .load(
                        PlanFile.read(file, StateEncryption.none("test")),
                        opened.state(),
                        (environment, sources, variables) -> given.definition());
    }
}
