package dev.corbel.planner.saved;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.dsl.model.Definition;
import dev.corbel.planner.PlanOptions;
import dev.corbel.planner.PlanRequest;
import dev.corbel.planner.plan.Plan;
import dev.corbel.planner.plan.PlanMode;
import dev.corbel.planner.plan.PolicyReport;
import dev.corbel.planner.planning.Planner;
import dev.corbel.planner.testing.Fixture;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.expression.Expression;
import dev.corbel.providers.api.value.Value;
import dev.corbel.state.model.State;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PlanLoaderTest {
    private static final String NEW_PLAN = "\nMake a new plan.";

    private final Fixture given = new Fixture();

    @BeforeEach
    void declare() {
        given.resource("corbel_data.a").with("input", "x");
        given.resource("corbel_data.b").with("input", "corbel_data.a", "id");
    }

    @Test
    void aPlanWhoseStateStayedIsReadyToApply() {
        Plan plan = plan();

        Plan loaded = loader().load(saved(plan), plan.stored(), (environment, sources, variables) -> plan.definition());

        assertThat(loaded).isEqualTo(plan.with(PolicyReport.NONE));
    }

    @Test
    void theDefinitionIsEvaluatedFromWhatThePlanCarries() {
        Plan plan = plan();

        loader().load(saved(plan), plan.stored(), (environment, sources, variables) -> {
            assertThat(environment).isEqualTo("test");
            assertThat(variables).containsExactly(Map.entry("image", "1.4.2"));
            return plan.definition();
        });
    }

    @Test
    void aPlanIsStaleOnceTheSerialMovedOn() {
        State now = state("lineage", 8);

        assertThat(refusal(saved(plan()), now)).isEqualTo("""
                Saved plan is stale
                It was made from state with serial 7, and the state now has serial 8.""" + NEW_PLAN);
    }

    @Test
    void aPlanIsStaleForAnotherLineage() {
        assertThat(refusal(saved(plan()), state("other", 7))).isEqualTo("""
                Saved plan is stale
                It was made from the state with lineage lineage, and the state now has lineage other.""" + NEW_PLAN);
        assertThat(refusal(saved(plan()), State.empty("test"))).isEqualTo("""
                Saved plan is stale
                It was made from the state with lineage lineage, and the state now has lineage none.""" + NEW_PLAN);
    }

    @Test
    void aPlanFromBeforeTheFirstStateIsStaleOnceThereIsOne() {
        Plan plan = plan(State.empty("test"));

        assertThat(refusal(saved(plan), state("lineage", 1))).isEqualTo("""
                Saved plan is stale
                It was made from state with serial 0, and the state now has serial 1.""" + NEW_PLAN);
        assertThat(refusal(saved(plan), State.empty("test"))).isEmpty();
    }

    @Test
    void aPlanOfAnotherEnvironmentIsRefused() {
        State production = new State("production", "lineage", 7, Map.of(), Map.of(), Map.of());

        assertThat(refusal(saved(plan()), production)).isEqualTo("""
                The plan is of another environment
                It was made for "test", and this is "production".""" + NEW_PLAN);
    }

    @Test
    void aPlanTravelsToAnotherFolder() {
        SavedPlan saved = SavedPlan.of(plan(), "0.1.0", "shop", given.catalog, "{}");

        assertThat(refusal(saved, state("lineage", 7))).isEmpty();
    }

    @Test
    void aPlanOfAnotherVersionOfTheEngineOrAProviderIsStale() {
        SavedPlan plan = saved(plan());
        SavedPlan old = new SavedPlan(
                new PlanOrigin("0.0.9", Map.of("corbel", "0.0.8", "gone", "7"), "project"),
                plan.sources(),
                plan.variables(),
                plan.outline(),
                plan.createdAt(),
                plan.mode(),
                plan.stored(),
                plan.stateChanges(),
                plan.changes(),
                plan.drift(),
                plan.outputs(),
                plan.checks(),
                plan.operations(),
                plan.complete(),
                plan.allowDestroy(),
                plan.diagnostics());

        assertThat(refusal(old, state("lineage", 7)))
                .isEqualTo("""
                Saved plan is stale
                Corbel 0.0.9 made it, and this is Corbel 0.1.0. It was made with provider "corbel" 0.0.8, and here it \
                is VERSION. It was made with provider "gone" 7, and here there is none.""".replace(
                                "VERSION",
                                given.catalog.provider("corbel").orElseThrow().version())
                        + NEW_PLAN);
    }

    @Test
    void aDefinitionThatGivesOtherValuesEachTimeIsFoundBeforeAnythingIsDone() {
        AtomicInteger calls = new AtomicInteger();
        given.resource("corbel_data.c")
                .with(
                        "input",
                        new Expression.Transformation(
                                Expression.of(Value.of("x")),
                                input -> Value.of(calls.incrementAndGet()),
                                Optional.empty()));

        assertThat(refusal(saved(plan()), state("lineage", 7))).isEqualTo("""
                The saved plan does not follow from its own sources
                The attribute "input" of corbel_data.c comes out differently than it was planned: something in the \
                definition gives another value each time.
                Nothing was done. Look for what is not repeatable there, and make a new plan.""");
    }

    private Plan plan() {
        return plan(state("lineage", 7));
    }

    private Plan plan(State state) {
        return new Planner()
                .plan(new PlanRequest(
                        given.definition(),
                        Map.of("image", "1.4.2"),
                        state,
                        given.catalog,
                        given.sessions,
                        PlanOptions.of(PlanMode.NORMAL)));
    }

    private static State state(String lineage, long serial) {
        return new State("test", lineage, serial, Map.of(), Map.of(), Map.of());
    }

    private SavedPlan saved(Plan plan) {
        return SavedPlan.of(plan, "0.1.0", "project", given.catalog, "{}");
    }

    private PlanLoader loader() {
        return new PlanLoader("0.1.0", given.catalog);
    }

    private String refusal(SavedPlan saved, State now) {
        Definition definition = given.definition();
        try {
            loader().load(saved, now, (environment, sources, variables) -> definition);
            return "";
        } catch (DiagnosticsException thrown) {
            Diagnostic diagnostic = thrown.diagnostics().get(0);
            return diagnostic.summary()
                    + "\n"
                    + diagnostic.detail()
                    + diagnostic.hint().map(hint -> "\n" + hint).orElse("");
        }
    }
}
