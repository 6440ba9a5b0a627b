package dev.corbel.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.corbel.dsl.LoadedDefinition;
import dev.corbel.dsl.variable.LoadMode;
import dev.corbel.dsl.variable.VariableInputs;
import dev.corbel.engine.Engine;
import dev.corbel.engine.environment.Environment;
import dev.corbel.planner.PlanOptions;
import dev.corbel.planner.apply.ApplyRequest;
import dev.corbel.planner.apply.ApplyResult;
import dev.corbel.planner.plan.Plan;
import dev.corbel.planner.plan.PlanMode;
import dev.corbel.planner.saved.PlanFile;
import dev.corbel.planner.saved.SavedPlan;
import dev.corbel.providers.api.IdentityClass;
import dev.corbel.providers.api.ProviderKey;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.address.AddressParser;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.state.StateTransaction;
import dev.corbel.state.journal.Intent;
import dev.corbel.state.model.LockHolder;
import dev.corbel.state.model.ProviderRecord;
import dev.corbel.state.model.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunsTest {
    private static final String ONE = "resource('corbel_data', 'a') { input = 'x' }\n";

    @TempDir
    private Path project;

    private Engine engine = engine();

    @BeforeEach
    void open() throws IOException {
        Files.createDirectory(project.resolve("environments"));
        define(ONE);
        engine = engine();
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void appliesAPlanUnderTheLockThatItWasMadeUnder() {
        try (LockedRun run = engine.runs().lock("apply", Duration.ZERO)) {
            Plan plan = plan(run);
            assertThat(engine.state().holder()).map(LockHolder::command).contains("apply test");

            assertThat(run.apply(ApplyRequest.of(plan)).succeeded()).isTrue();
        }

        assertThat(engine.state().holder()).isEmpty();
        assertThat(engine.state().read().instances()).containsOnlyKeys(address("corbel_data.a"));
    }

    @Test
    void changesNothingWhereAPlanIsNotApplied() {
        try (LockedRun run = engine.runs().lock("apply", Duration.ZERO)) {
            assertThat(plan(run).hasChanges()).isTrue();
        }

        assertThat(engine.state().read()).isEqualTo(State.empty("test"));
        assertThat(engine.state().holder()).isEmpty();
    }

    @Test
    void keepsTheSerialWhereAPlanHasNoChanges() throws IOException {
        define("");
        try (LockedRun run = engine.runs().lock("apply", Duration.ZERO)) {
            assertThat(run.apply(ApplyRequest.of(plan(run))).succeeded()).isTrue();
        }

        assertThat(engine.state().read().serial()).isZero();
    }

    @Test
    void givesTheLockBackWhereThereIsNoPlan() throws IOException {
        define("resource('corbel_data', 'a') { inputt = 'x' }\n");

        assertThatThrownBy(() -> {
                    try (LockedRun run = engine.runs().lock("apply", Duration.ZERO)) {
                        plan(run);
                    }
                })
                .isInstanceOf(DiagnosticsException.class);
        assertThat(engine.state().holder()).isEmpty();
    }

    @Test
    void appliesASavedPlanOnce() {
        Path file = project.resolve("plan");
        try (LockedRun run = engine.runs().lock("plan", Duration.ZERO)) {
            engine.savedPlans().save(plan(run), "{}", project, file);
        }
        SavedPlan saved = engine.savedPlans().read(file, PlanFile.label(file));

        assertThat(applySaved(saved).succeeded()).isTrue();

        assertThatThrownBy(() -> applySaved(saved))
                .isInstanceOfSatisfying(DiagnosticsException.class, stale -> assertThat(
                                stale.diagnostics().get(0).summary())
                        .isEqualTo("Saved plan is stale"));
        assertThat(engine.state().holder()).isEmpty();
        assertThat(engine.state().read().serial()).isEqualTo(1);
    }

    @Test
    void planningUnderTheLockLooksIntoInterruptedCalls() {
        interrupt();

        try (PlanningRun run = engine.runs().plan("plan", Duration.ZERO)) {
            assertThat(run).isInstanceOf(LockedRun.class);
            assertThat(recover(run))
                    .extracting(Diagnostic::summary)
                    .containsExactly("An earlier run did not learn what came of the create of sim_object.b");
        }
        try (PlanningRun next = engine.runs().plan("plan", Duration.ZERO)) {
            assertThat(recover(next)).isEmpty();
        }
    }

    @Test
    void readsWithoutLockAndTrace() throws IOException {
        try (LockedRun run = engine.runs().lock("apply", Duration.ZERO)) {
            run.apply(ApplyRequest.of(plan(run)));
        }
        define(ONE.replace("'x'", "'y'"));
        interrupt();

        try (StateTransaction other = engine.state().begin(engine.runs().holder("apply"), Duration.ZERO);
                ReadRun run = engine.runs().read()) {
            List<Path> before = files();
            assertThat(plan(run).summary().change()).isEqualTo(1);
            assertThat(recover(run))
                    .extracting(Diagnostic::summary, Diagnostic::detail)
                    .containsExactly(
                            tuple(
                                    "An earlier run did not learn what came of the create of sim_object.b",
                                    "It is not looked into by a run that only reads, so the plan goes by what was recorded before."));
            assertThat(other.interrupted()).hasSize(1);
            assertThat(files()).isEqualTo(before);
        }
    }

    @Test
    void readingRefusesAnOlderStateAsLockingDoes() throws IOException {
        try (LockedRun run = engine.runs().lock("apply", Duration.ZERO)) {
            run.apply(ApplyRequest.of(plan(run)));
        }
        Path seen = project.resolve(".corbel/seen/test.json");
        Files.writeString(seen, Files.readString(seen).replace("\"serial\":1", "\"serial\":7"));

        assertThatThrownBy(() -> engine.runs().read())
                .isInstanceOf(DiagnosticsException.class)
                .hasMessageContaining("older than it was");
    }

    private ApplyResult applySaved(SavedPlan saved) {
        try (LockedRun run = engine.runs().lock("apply", Duration.ZERO)) {
            Plan plan = engine.savedPlans().open(saved, run.state());
            return run.apply(ApplyRequest.of(plan).withSaved(true));
        }
    }

    private void interrupt() {
        try (StateTransaction transaction = engine.state().begin(engine.runs().holder("apply"), Duration.ZERO)) {
            transaction.intend(new Intent(
                    "op-1",
                    address("sim_object.b"),
                    Intent.Action.CREATE,
                    new ProviderRecord(ProviderKey.of("simulator"), MapValue.EMPTY),
                    IdentityClass.NATURAL_KEY,
                    MapValue.EMPTY,
                    Optional.empty(),
                    Optional.empty(),
                    "digest"));
        }
    }

    private List<Diagnostic> recover(PlanningRun run) {
        return run.recover(() -> load().definition(), 1, false);
    }

    private Plan plan(PlanningRun run) {
        return run.plan(load().definition(), Map.of(), PlanOptions.of(PlanMode.NORMAL));
    }

    private LoadedDefinition load() {
        return engine.definitions().load(new VariableInputs(Map.of()), LoadMode.PLAN);
    }

    private Engine engine() {
        Path file = Path.of("environments/test.groovy");
        return project == null
                ? new Engine(new Environment("test", file, Path.of(".")), "0.1.0", Map.of(), notice -> {})
                : new Engine(new Environment("test", project.resolve(file), project), "0.1.0", Map.of(), notice -> {});
    }

    private void define(String text) throws IOException {
        Files.writeString(project.resolve("environments/test.groovy"), "provider('simulator') { }\n" + text);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(project.resolve(".corbel"))) {
            return files.filter(file -> !file.endsWith("lock") && !file.endsWith("holder.json"))
                    .sorted()
                    .toList();
        }
    }

    private static Address address(String text) {
        return AddressParser.parse(text).orElseThrow();
    }
}
