package dev.corbel.planner.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.planner.PlanOptions;
import dev.corbel.planner.PlanRequest;
import dev.corbel.planner.builtin.BuiltinProvider;
import dev.corbel.planner.plan.Plan;
import dev.corbel.planner.plan.PlanMode;
import dev.corbel.planner.planning.Planner;
import dev.corbel.planner.recovery.Recovery;
import dev.corbel.planner.session.Sessions;
import dev.corbel.providers.api.Provider;
import dev.corbel.providers.api.ProviderCatalog;
import dev.corbel.providers.api.ProviderContext;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.expression.Expression;
import dev.corbel.providers.simulator.SimulatorProvider;
import dev.corbel.state.StateTransaction;
import dev.corbel.state.local.LocalStateStore;
import dev.corbel.state.model.LockHolder;
import dev.corbel.state.model.State;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A project in a folder: state on the disk, the simulator, and providers of the test's own. */
final class TestProject {
    private static final LockHolder HOLDER = new LockHolder("id", "test", "host", 1, "apply test", Instant.EPOCH);

    private final Path folder;
    private final ProviderCatalog catalog;
    private Optional<Expression> otherDirectory = Optional.empty();

    TestProject(Path folder, Provider... others) {
        this.folder = folder;
        List<Provider> providers = new ArrayList<>(List.of(others));
        providers.add(new SimulatorProvider());
        providers.add(new BuiltinProvider());
        this.catalog = new ProviderCatalog(providers);
    }

    /** The folder in which the simulator's configuration {@code other} keeps its objects. */
    void otherDirectory(Expression directory) {
        otherDirectory = Optional.of(directory);
    }

    LocalStateStore store() {
        return new LocalStateStore(folder, "test", "0.1.0");
    }

    State state() {
        return store().read();
    }

    StateTransaction begin() {
        return store().begin(HOLDER, Duration.ZERO);
    }

    TestPlan plan() {
        return new TestPlan(catalog, state());
    }

    ApplyResult apply(TestPlan plan) {
        return apply(plan.build(), UnaryOperator.identity());
    }

    ApplyResult apply(Plan plan, UnaryOperator<ApplyRequest> settings) {
        try (StateTransaction transaction = begin();
                Sessions sessions = new Sessions(catalog, ProviderContext.system(folder, "test"))) {
            return new Applier(catalog, sessions).apply(settings.apply(ApplyRequest.of(plan)), transaction);
        }
    }

    /** Looks into the calls that an earlier run did not learn about, as an apply does. */
    List<Diagnostic> recover() {
        try (StateTransaction transaction = begin();
                Sessions sessions = new Sessions(catalog, ProviderContext.system(folder, "test"))) {
            return new Recovery(catalog, sessions, 1)
                    .run(transaction, () -> TestPlan.definition(List.of(), otherDirectory), true);
        }
    }

    /** The plan for a definition of these resources. */
    Plan plan(PlanMode mode, List<TestPlan.Declared> declared) {
        try (Sessions sessions = new Sessions(catalog, ProviderContext.system(folder, "test"))) {
            return plan(mode, declared, sessions, state());
        }
    }

    /** Plans and applies a definition of these resources, 32 operations at once, as one run. */
    ApplyResult planAndApply(PlanMode mode, List<TestPlan.Declared> declared) {
        try (StateTransaction transaction = begin();
                Sessions sessions = new Sessions(catalog, ProviderContext.system(folder, "test"))) {
            Plan plan = plan(mode, declared, sessions, transaction.initial());
            assertThat(plan.diagnostics()).noneMatch(Diagnostic::isError);
            return new Applier(catalog, sessions).apply(ApplyRequest.of(plan).withParallelism(32), transaction);
        }
    }

    private Plan plan(PlanMode mode, List<TestPlan.Declared> declared, Sessions sessions, State state) {
        return new Planner()
                .plan(new PlanRequest(
                        TestPlan.definition(declared, otherDirectory),
                        Map.of(),
                        state,
                        catalog,
                        sessions,
                        PlanOptions.of(mode)));
    }

    /** One line per operation: what it is, how it ended, and why. */
    static List<String> story(ApplyResult result) {
        return result.operations().stream().map(TestProject::story).toList();
    }

    private static String story(OperationReport report) {
        StringBuilder line = new StringBuilder();
        line.append(report.operation().kind()).append(' ');
        line.append(report.operation().address().map(Object::toString).orElse(""));
        line.append(report.operation().name().orElse(""));
        line.append(' ').append(report.outcome());
        report.because().ifPresent(because -> line.append(" because of ")
                .append(because.address().map(Object::toString).orElse("")));
        return line.toString();
    }

    /** All that a diagnostic says, without its place. */
    static String text(Diagnostic diagnostic) {
        return diagnostic.address().map(address -> address + ": ").orElse("")
                + diagnostic.summary()
                + "\n"
                + diagnostic.detail()
                + diagnostic.hint().map(hint -> "\n" + hint).orElse("");
    }
}
